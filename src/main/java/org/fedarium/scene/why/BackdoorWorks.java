package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.Optional;

/// The attacker's trigger works on 30 % of the test examples that carry it, or more; accuracy does
/// not show it.
final class BackdoorWorks implements Cause {
    static final double LEAST = 0.3;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        double success = e.metric("attackSuccess");
        return !(success >= LEAST)
                ? Optional.empty()
                : Optional.of(
                        e.reason(
                                known(),
                                0.5 + 0.5 * success,
                                "metric",
                                StageLayout.NONE,
                                "backdoor",
                                Numbers.percent(success),
                                Numbers.percent(e.metric(e.info.mainMetric().id()))));
    }
}
