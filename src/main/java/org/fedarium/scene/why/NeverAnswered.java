package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Classes that the model never answers although test examples have them. Speaks when they are at
/// least 5 % of the test examples.
final class NeverAnswered implements Cause {
    static final double LEAST = 0.05;
    private static final int MOST_NAMED = 4;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int classes = e.classes();
        int[] confusion = e.step.confusion();
        if (classes < 2 || confusion.length != classes * classes) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        long all = 0;
        long lost = 0;
        for (int c = 0; c < classes; c++) {
            long there = 0;
            long answered = 0;
            for (int other = 0; other < classes; other++) {
                there += confusion[c * classes + other];
                answered += confusion[other * classes + c];
            }
            all += there;
            if (answered == 0 && there > 0) {
                lost += there;
                missing.add(e.className(c));
            }
        }
        double share = all == 0 ? 0 : (double) lost / all;
        if (missing.isEmpty() || share < LEAST) {
            return Optional.empty();
        }
        boolean few = missing.size() <= MOST_NAMED;
        return Optional.of(
                e.reason(
                        known(),
                        0.4 + 0.5 * share,
                        "confusion",
                        StageLayout.NONE,
                        few ? "neverNamed" : "never",
                        missing.size(),
                        classes,
                        Numbers.percent(share),
                        String.join(", ", few ? missing : List.of())));
    }
}
