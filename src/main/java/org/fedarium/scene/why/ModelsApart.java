package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.Optional;

/// How far the clients' models are from their mean where there is no server, and whether mixing
/// catches up with training: grown or shrunk by 1 % or more, else about the same.
final class ModelsApart implements Cause {
    static final double CHANGE = 0.01;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        double now = e.metric("consensus");
        double before = e.metric(e.round() - 1, "consensus");
        if (!(now > 0) || e.hasServer()) {
            return Optional.empty();
        }
        boolean known = before > 0;
        String key =
                !known
                        ? "apart"
                        : now >= before * (1 + CHANGE)
                                ? "apartMore"
                                : now <= before * (1 - CHANGE) ? "apartLess" : "apart";
        return Optional.of(
                e.reason(
                        known(),
                        0.5,
                        "drift",
                        StageLayout.NONE,
                        key,
                        Numbers.shortText(now),
                        Numbers.shortText(before),
                        Numbers.shortText(e.step.updateNorm())));
    }
}
