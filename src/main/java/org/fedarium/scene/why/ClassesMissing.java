package org.fedarium.scene.why;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Classes that nobody whose update counts has an example of, though other clients do. Speaks when
/// they are at least a twentieth of all training examples. Without a server every client keeps its
/// own model, so nothing is missing from a step.
final class ClassesMissing implements Cause {
    static final double LEAST = 0.05;
    private static final int MOST_NAMED = 4;

    @Override
    public Phase known() {
        return Phase.AGGREGATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int[] counted = e.counted();
        if (e.view.rhythm() == Rhythm.MIXING || e.classes() < 2 || counted.length == 0) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        long all = 0;
        long lost = 0;
        for (int c = 0; c < e.classes(); c++) {
            long there = 0;
            for (int[] labels : e.segment.labelCounts()) {
                there += labels[c];
            }
            long here = 0;
            for (int s : counted) {
                here += e.labels(s)[c];
            }
            all += there;
            if (there > 0 && here == 0) {
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
                        "classes",
                        StageLayout.NONE,
                        few ? "classesNamed" : "classes",
                        counted.length,
                        missing.size(),
                        e.classes(),
                        Numbers.percent(share),
                        String.join(", ", few ? missing : List.of())));
    }
}
