package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.RoundSettings;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Local training made things worse for those who trained: at half of the honest clients or more
/// their own training loss rose by more than 1 %. Chance of single batches does less.
final class Overshooting implements Cause {
    static final double ROSE = 0.01;

    @Override
    public Phase known() {
        return Phase.TRAIN;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int[] trained = e.trained();
        int[] rose = IntStream.of(trained).filter(s -> growth(e, s) > ROSE).toArray();
        if (rose.length == 0 || 2 * rose.length < trained.length) {
            return Optional.empty();
        }
        int worst =
                IntStream.of(rose)
                        .boxed()
                        .max(Comparator.comparingDouble(s -> growth(e, s)))
                        .orElseThrow();
        return Optional.of(
                e.reason(
                        known(),
                        0.6 + 0.4 * rose.length / trained.length,
                        "loss",
                        e.client(worst),
                        "overshoot",
                        rose.length,
                        trained.length,
                        Numbers.shortText(RoundSettings.of(e.view).learningRate()),
                        e.name(worst),
                        Numbers.shortText(e.reports.lossBefore()[worst]),
                        Numbers.shortText(e.reports.lossAfter()[worst])));
    }

    private static double growth(Evidence e, int slot) {
        return e.reports.lossAfter()[slot] / e.reports.lossBefore()[slot] - 1;
    }
}
