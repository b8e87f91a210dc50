package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;

/// FedAvg with a Yogi step on the server: the second moment grows and shrinks by bounded steps, so
/// one large update is not forgotten at once.
///
/// v <- v - (1 - b2) Delta^2 sign(v - Delta^2);  x+ = x + eta_g m / (sqrt(v) + tau).
///
/// Reddi et al.: Adaptive Federated Optimization, ICLR 2021, Algorithm 2.
public final class FedYogi extends AdaptiveServer {
    @Override
    public Descriptor describe() {
        return descriptor(
                "fedyogi",
                "FedYogi",
                "FedAvg with a Yogi step on the server.",
                "v ← v − (1 − β₂) Δ² sign(v − Δ²), θ⁺ = θ + η_g m / (√v + τ)",
                beta("beta1", "β₁", 0.9, "Decay of the mean of updates."),
                beta("beta2", "β₂", 0.99, "Decay of the mean of squared updates."));
    }

    @Override
    public Formulation formulas(Values values) {
        return Formulation.server(describe().formula());
    }

    @Override
    double nextSquare(double v, double delta, double beta2) {
        double square = delta * delta;
        double sign = v > square ? 1 : v < square ? -1 : 0;
        return v - (1 - beta2) * square * sign;
    }
}
