package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;
import org.fedarium.simulation.ReferenceCurves;

import java.util.Optional;

/// A plateau: over the last 10 steps the loss changed by less than 1 % in all, and by less than 2 %
/// between any two of them. Adds when the training loss is within 2 % of the least that a model
/// of this kind can have (closed form, linear regression).
final class StandingStill implements Cause {
    static final int STEPS = 10;
    private static final double SMALL = 0.01;
    private static final double RANGE = 0.02;
    private static final double NEAR = 0.02;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        if (e.round() < STEPS) {
            return Optional.empty();
        }
        double then = e.loss(e.round() - STEPS);
        double now = e.lossAfter();
        double least = now;
        double most = now;
        for (int r = e.round() - STEPS; r < e.round(); r++) {
            least = Math.min(least, e.loss(r));
            most = Math.max(most, e.loss(r));
        }
        double change = Math.abs(now - then) / then;
        if (!(change < SMALL) || !(most - least < RANGE * then)) {
            return Optional.empty();
        }
        Reason reason =
                e.reason(
                        known(),
                        0.55,
                        "loss",
                        StageLayout.NONE,
                        "still",
                        Evidence.small(change),
                        STEPS,
                        Numbers.shortText(then),
                        Numbers.shortText(now));
        double best = optimum(e);
        double train = e.metric("trainLoss");
        if (best > 0 && train <= best * (1 + NEAR)) {
            return Optional.of(
                    reason.and("optimum", Numbers.shortText(train), Numbers.shortText(best)));
        }
        return Optional.of(reason);
    }

    private static double optimum(Evidence e) {
        ReferenceCurves curves = e.view.timeline().references();
        double[] best = curves == null ? null : curves.optimum();
        return best == null ? Double.NaN : best[e.info.metricIndex("trainLoss")];
    }
}
