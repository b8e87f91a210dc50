package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.Optional;
import java.util.stream.IntStream;

/// Client drift as it shows in losses: the loss rose by 0.5 % or more although local training
/// lowered it on their own data at two thirds of the clients or more (two at least). Silent where
/// an attacker's update or noise for privacy is in the combination: those may be to blame.
final class LossRoseAnyway implements Cause {
    static final double ROSE = 0.005;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        double before = e.lossBefore();
        double after = e.lossAfter();
        if (e.noisy() || IntStream.of(e.counted()).anyMatch(e.reports::isHostile)) {
            return Optional.empty();
        }
        int[] trained = e.trained();
        int fell =
                (int)
                        IntStream.of(trained)
                                .filter(s -> e.reports.lossAfter()[s] < e.reports.lossBefore()[s])
                                .count();
        if (!(after >= before * (1 + ROSE)) || fell < 2 || 3 * fell < 2 * trained.length) {
            return Optional.empty();
        }
        return Optional.of(
                e.reason(
                        known(),
                        0.6 + Math.min(0.3, after / before - 1),
                        "loss",
                        StageLayout.NONE,
                        "roseAnyway",
                        Numbers.shortText(before),
                        Numbers.shortText(after),
                        fell,
                        trained.length));
    }
}
