package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.catalog.Values;

import java.util.List;

/// FedAvg with an Adam step on the server.
///
/// v <- b2 v + (1 - b2) Delta^2;  x+ = x + eta_g m / (sqrt(v) + tau).
///
/// Reddi et al.: Adaptive Federated Optimization, ICLR 2021, Algorithm 2: no bias correction. The
/// choice `correction` multiplies the rate by sqrt(1 - b2^t) / (1 - b1^t): `kingma` with t = 1, 2,
/// ...
/// (Kingma, Ba, ICLR 2015), `flower` with t = 2, 3, ... as that framework computes it.
public final class FedAdam extends AdaptiveServer {
    @Override
    public Descriptor describe() {
        return descriptor(
                "fedadam",
                "FedAdam",
                "FedAvg with an Adam step on the server.",
                "v ← β₂ v + (1 − β₂) Δ², θ⁺ = θ + η_g m / (√v + τ)",
                beta("beta1", "β₁", 0.9, "Decay of the mean of updates."),
                beta("beta2", "β₂", 0.99, "Decay of the mean of squared updates."),
                ParameterSpec.choice(
                                "correction",
                                "Bias correction",
                                List.of("none", "kingma", "flower"),
                                "none",
                                "None as published; Kingma's with exponent t; Flower's with t + 1.")
                        .at(Level.MORE));
    }

    @Override
    public Formulation formulas(Values values) {
        String step = describe().formula();
        boolean corrected = !values.text("correction").equals("none");
        return Formulation.server(corrected ? step.replace("η_g m", "η_g b_t m") : step);
    }

    @Override
    double correction(Values values, int round) {
        int t =
                switch (values.text("correction")) {
                    case "kingma" -> round;
                    case "flower" -> round + 1;
                    default -> 0;
                };
        if (t == 0) {
            return 1;
        }
        double one = 1 - StrictMath.pow(values.real("beta1"), t);
        return Math.sqrt(1 - StrictMath.pow(values.real("beta2"), t)) / one;
    }

    @Override
    double nextSquare(double v, double delta, double beta2) {
        return beta2 * v + (1 - beta2) * delta * delta;
    }
}
