package org.fedarium.model;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.catalog.Values;
import org.fedarium.data.Task;

import java.util.List;

/// Linear regression with squared error, started at zero.
public final class LinearRegression implements ModelFamily {
    /// Shared by all models.
    static final ParameterSpec L2 =
            ParameterSpec.real(
                            "l2",
                            "L2 penalty",
                            0,
                            10,
                            0,
                            "Adds 1/2 l2 ||weights||^2 to every client's loss; 0 turns it off.")
                    .restartOnly()
                    .at(Level.MORE);

    static final ParameterSpec INTERCEPT =
            ParameterSpec.flag(
                            "intercept",
                            "Intercept",
                            true,
                            "Adds a constant to the prediction, learned like a weight.")
                    .restartOnly()
                    .at(Level.MORE);

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "model",
                "linear",
                "Linear regression",
                "Predicts a number as a weighted sum of the inputs.",
                "ŷ = W x + b, loss 1/2 (ŷ − y)²",
                "",
                List.of(INTERCEPT, L2));
    }

    @Override
    public boolean supports(Task task) {
        return task == Task.REGRESSION;
    }

    @Override
    public Model build(Values values, Task task, int inputs, int outputs) {
        return FeedForward.of(
                task,
                new int[] {inputs, 1},
                Activation.RELU,
                values.flag("intercept"),
                values.real("l2"),
                true);
    }
}
