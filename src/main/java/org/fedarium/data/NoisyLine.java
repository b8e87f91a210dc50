package org.fedarium.data;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A synthetic linear relation: x ~ N(0, I), y = w x + b + noise N(0, sigma^2), with the weights
/// w_j = (-1)^j (1 + j / d) for j = 1..d and b = 1 fixed, so that one can see whether they are
/// found.
public final class NoisyLine implements DataSource {
    private static final double INTERCEPT = 1;

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "data",
                "line",
                "Noisy line (synthetic)",
                "Made-up numbers: a weighted sum of the inputs plus noise.",
                "y = Σ_j w_j x_j + 1 + σ ε, w_j = (−1)^j (1 + j/d)",
                "",
                Preparation.after(
                        ParameterSpec.integer(
                                        "examples", "Examples", 2, 100_000, 1000, "How many rows.")
                                .unit("examples"),
                        ParameterSpec.integer("inputs", "Inputs", 1, 200, 3, "Inputs d per row."),
                        ParameterSpec.real(
                                "noise", "Noise σ", 0, 10, 0.3, "Deviation of the noise.")));
    }

    @Override
    public @Nullable Task task() {
        return Task.REGRESSION;
    }

    @Override
    public boolean mayHaveClients() {
        return false;
    }

    @Override
    public Dataset load(Values values, DataFiles files, RandomStream stream) {
        int n = values.integer("examples");
        int d = values.integer("inputs");
        double[] x = new double[n * d];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = INTERCEPT;
            for (int j = 0; j < d; j++) {
                x[i * d + j] = Samplers.gaussian(stream);
                y[i] += (j % 2 == 0 ? -1 : 1) * (1 + (j + 1.0) / d) * x[i * d + j];
            }
            y[i] += values.real("noise") * Samplers.gaussian(stream);
        }
        List<String> names = new ArrayList<>();
        for (int j = 1; j <= d; j++) {
            names.add("x" + j);
        }
        return new Dataset(
                "line",
                "Noisy line (synthetic)",
                Task.REGRESSION,
                "y",
                names,
                List.of(),
                new Examples(x, n, d, new int[0], y),
                new int[0],
                List.of(),
                null,
                List.of(Plane.NOTE));
    }
}
