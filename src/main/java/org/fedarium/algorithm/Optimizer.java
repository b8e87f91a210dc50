package org.fedarium.algorithm;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;

/// The rule by which a client turns a gradient into a step. Its memory is reset at the start of
/// every local update: nothing carries over between rounds.
public interface Optimizer extends Described {
    Stepper newStepper(int size, Values values);

    /// Memory of one local update; belongs to one thread and is reused.
    interface Stepper {
        void reset();

        /// y <- y - step, in place.
        void step(double[] y, double[] gradient, double learningRate);
    }
}
