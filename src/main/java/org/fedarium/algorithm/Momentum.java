package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;

import java.util.Arrays;
import java.util.List;

/// SGD with heavy-ball momentum on the client, its velocity reset at every local update.
///
/// u <- rho u + g, y <- y - eta u, u = 0 at the start of every local update (no dampening).
///
/// Polyak: Some Methods of Speeding up the Convergence of Iteration Methods, 1964; as local solver
/// in
/// Wang et al., NeurIPS 2020 (FedNova).
public final class Momentum implements Optimizer {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "optimizer",
                "momentum",
                "SGD with momentum",
                "A step along a running sum of gradients, forgotten between rounds.",
                "u ← ρ u + g, y ← y − η u",
                "Polyak, Some Methods of Speeding up the Convergence of Iteration Methods, 1964",
                List.of(
                        ParameterSpec.real(
                                        "rho",
                                        "Momentum ρ",
                                        0,
                                        0.999,
                                        0.9,
                                        "How much of the last" + " step is kept.")
                                .in(new Domain.Reals(0, 0.999, false, Domain.Scale.LINEAR))));
    }

    @Override
    public Stepper newStepper(int size, Values values) {
        double rho = values.real("rho");
        double[] velocity = new double[size];
        return new Stepper() {
            @Override
            public void reset() {
                Arrays.fill(velocity, 0);
            }

            @Override
            public void step(double[] y, double[] gradient, double learningRate) {
                for (int i = 0; i < y.length; i++) {
                    velocity[i] = rho * velocity[i] + gradient[i];
                    y[i] -= learningRate * velocity[i];
                }
            }
        };
    }
}
