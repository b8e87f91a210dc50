package org.fedarium.model;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.catalog.Values;
import org.fedarium.data.Task;

import java.util.List;

/// A multilayer perceptron for classes or numbers, started with random weights.
public final class MultilayerPerceptron implements ModelFamily {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "model",
                "mlp",
                "Multilayer perceptron",
                "Dense layers with a nonlinearity between them.",
                "a_l = φ(W_l a_{l−1} + b_l)",
                "Initialisation: He, Zhang, Ren, Sun, Delving Deep into Rectifiers, ICCV 2015",
                List.of(
                        new ParameterSpec(
                                "hidden",
                                "Hidden layers",
                                "Number of units in each hidden layer.",
                                "units",
                                new Domain.IntegerList(8, 1, 2048),
                                List.of(64L),
                                false,
                                Level.BASIC),
                        ParameterSpec.choice(
                                        "activation",
                                        "Activation",
                                        List.of("relu", "tanh"),
                                        "relu",
                                        "The nonlinearity between layers.")
                                .restartOnly(),
                        LinearRegression.L2));
    }

    @Override
    public boolean supports(Task task) {
        return true;
    }

    @Override
    public Model build(Values values, Task task, int inputs, int outputs) {
        int[] hidden = values.integers("hidden");
        int[] sizes = new int[hidden.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = outputs;
        Activation activation =
                values.text("activation").equals("tanh") ? Activation.TANH : Activation.RELU;
        return FeedForward.of(task, sizes, activation, true, values.real("l2"), false);
    }
}
