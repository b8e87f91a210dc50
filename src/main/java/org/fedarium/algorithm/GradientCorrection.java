package org.fedarium.algorithm;

/// What an algorithm adds to a batch gradient before the local step (a proximal term, a control
/// variate, ...).
@FunctionalInterface
public interface GradientCorrection {
    /// Changes `gradient` in place, given the local model `y`.
    void apply(double[] y, double[] gradient);
}
