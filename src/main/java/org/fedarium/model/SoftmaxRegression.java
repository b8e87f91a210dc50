package org.fedarium.model;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.data.Task;

import java.util.List;

/// Softmax (multinomial logistic) regression with cross-entropy, started at zero.
public final class SoftmaxRegression implements ModelFamily {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "model",
                "softmax",
                "Softmax regression",
                "One weighted sum of the inputs per class, turned into probabilities.",
                "p = softmax(W x + b), loss −log p_y",
                "",
                List.of(LinearRegression.INTERCEPT, LinearRegression.L2));
    }

    @Override
    public boolean supports(Task task) {
        return task == Task.CLASSIFICATION;
    }

    @Override
    public Model build(Values values, Task task, int inputs, int outputs) {
        return FeedForward.of(
                task,
                new int[] {inputs, outputs},
                Activation.RELU,
                values.flag("intercept"),
                values.real("l2"),
                true);
    }
}
