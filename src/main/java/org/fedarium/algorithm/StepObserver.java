package org.fedarium.algorithm;

/// Sees every local step; used only when a round's local steps are recomputed for display.
@FunctionalInterface
public interface StepObserver {
    /// @param step      1, 2, ...
    /// @param batchLoss mean loss of the step's batch before the step
    /// @param y         the local model after the step; must not be changed or kept
    void onStep(int step, double batchLoss, double[] y);
}
