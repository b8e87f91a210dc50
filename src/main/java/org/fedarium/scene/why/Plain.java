package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.Comparator;
import java.util.stream.IntStream;

/// What can always be said of a step: who counted most, and how long the updates were.
final class Plain {
    private static final double ROUNDING = 1e-9;

    private Plain() {}

    static Reason of(Evidence e) {
        int[] counted = e.counted();
        if (counted.length == 0) {
            return e.reason(Phase.AGGREGATE, 0, "", StageLayout.NONE, "nobody");
        }
        int most =
                IntStream.of(counted)
                        .boxed()
                        .max(Comparator.comparingDouble(s -> e.reports.weight()[s]))
                        .orElseThrow();
        double[] norms =
                IntStream.of(counted).mapToDouble(s -> e.reports.updateNorm()[s]).toArray();
        return e.reason(
                Phase.AGGREGATE,
                0,
                "weights",
                e.client(most),
                key(e, counted, most),
                counted.length,
                e.name(most),
                Numbers.percent(e.reports.weight()[most]),
                Numbers.shortText(java.util.Arrays.stream(norms).min().orElse(0)),
                Numbers.shortText(java.util.Arrays.stream(norms).max().orElse(0)),
                Numbers.shortText(e.step.updateNorm()));
    }

    private static String key(Evidence e, int[] counted, int most) {
        if (counted.length == 1) {
            return "plainOne";
        }
        double weight = e.reports.weight()[most];
        boolean even =
                IntStream.of(counted).allMatch(s -> weight - e.reports.weight()[s] < ROUNDING);
        return even ? "plainEven" : "plain";
    }
}
