package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.RoundSettings;

import java.util.Optional;

/// One of three or more clients that count has half of the weight or more, or 30 % and at least
/// three times an equal share. Its example count is named as the cause where weights are example
/// counts.
final class HeavyClient implements Cause {
    static final double HALF = 0.5;
    static final double MUCH = 0.3;
    private static final int TIMES = 3;

    @Override
    public Phase known() {
        return Phase.AGGREGATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int[] counted = e.counted();
        int most = -1;
        for (int s : counted) {
            most = most < 0 || e.reports.weight()[s] > e.reports.weight()[most] ? s : most;
        }
        if (!e.hasServer() || counted.length < 3) {
            return Optional.empty();
        }
        double weight = e.reports.weight()[most];
        boolean heavy = weight >= HALF || (weight >= MUCH && weight * counted.length >= TIMES);
        if (!heavy) {
            return Optional.empty();
        }
        boolean byExamples = RoundSettings.of(e.view).exampleWeights();
        return Optional.of(
                e.reason(
                        known(),
                        0.3 + 0.6 * weight,
                        "weights",
                        e.client(most),
                        byExamples ? "heavyExamples" : "heavy",
                        e.name(most),
                        Numbers.percent(weight),
                        counted.length,
                        e.reports.examples()[most],
                        e.examples(counted)));
    }
}
