package org.fedarium.lab;

import org.fedarium.lab.LabState.Divergence;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

/// Decides whether a round left the numbers: a loss that is not finite, or above the bound.
public final class DivergenceCheck {
    private DivergenceCheck() {}

    static @Nullable Divergence of(StepRecord step, Run run, double bound) {
        return of(step, run.info().metricIndex("trainLoss"), bound);
    }

    /// @param trainLoss column of the training loss
    public static @Nullable Divergence of(StepRecord step, int trainLoss, double bound) {
        double loss = step.metrics()[trainLoss];
        if (Double.isNaN(loss) || Double.isInfinite(loss) || !Double.isFinite(step.updateNorm())) {
            return new Divergence(step.round(), Divergence.Reason.NOT_FINITE, loss);
        }
        return loss > bound
                ? new Divergence(step.round(), Divergence.Reason.LOSS_BOUND, loss)
                : null;
    }
}
