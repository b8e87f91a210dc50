package org.fedarium.model;

import org.fedarium.data.Examples;
import org.fedarium.data.Task;
import org.fedarium.math.RandomStream;

/// A model: a function of a flat parameter array and an example. Immutable; all working memory is
/// in [Kernel], one per thread.
public interface Model {
    Task task();

    ParameterLayout layout();

    /// Number of classes, or 1 for regression.
    int outputs();

    /// True when the gradient is differentiable in parameters and inputs: no ReLU anywhere.
    default boolean isSmooth() {
        return false;
    }

    /// Fills `theta` with the starting parameters.
    void initialise(double[] theta, RandomStream stream);

    Kernel newKernel();

    /// Computes with one model; reuses its memory between calls and so belongs to one thread.
    /// Losses are means over examples: cross-entropy in nats, or 1/2 (prediction - target)^2.
    interface Kernel {
        /// Writes the gradient of (mean loss over the batch + L2 penalty) into `gradient`,
        /// overwriting it. The batch is `order[from..to)`, row indices into `examples`; not empty.
        void gradient(
                double[] theta,
                Examples examples,
                int[] order,
                int from,
                int to,
                double[] gradient);

        /// Sum (not mean) of the losses of rows [from, to), without the penalty.
        double lossSum(double[] theta, Examples examples, int from, int to);

        /// Mean loss of the batch `order[from..to)`, without the penalty.
        double batchLoss(double[] theta, Examples examples, int[] order, int from, int to);

        /// Outputs of rows [from, to) into `out`, `outputs()` per row: class probabilities, or the
        /// predicted value.
        void predict(double[] theta, Examples examples, int from, int to, double[] out);

        /// The L2 penalty 1/2 l2 ||weights||^2 (biases are not penalised).
        double penalty(double[] theta);
    }
}
