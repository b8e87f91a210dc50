package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;

/// FedAvg with an Adagrad step on the server: parameters that moved much move less.
///
/// v <- v + Delta^2;  x+ = x + eta_g m / (sqrt(v) + tau), m <- b1 m + (1 - b1) Delta.
///
/// Reddi et al.: Adaptive Federated Optimization, ICLR 2021, Algorithm 2.
public final class FedAdagrad extends AdaptiveServer {
    @Override
    public Descriptor describe() {
        return descriptor(
                "fedadagrad",
                "FedAdagrad",
                "FedAvg with an Adagrad step on the server.",
                "v ← v + Δ², θ⁺ = θ + η_g m / (√v + τ)",
                beta("beta1", "β₁", 0, "Decay of the mean of updates; 0 uses the update itself."));
    }

    @Override
    public Formulation formulas(Values values) {
        return Formulation.server(describe().formula());
    }

    @Override
    double nextSquare(double v, double delta, double beta2) {
        return v + delta * delta;
    }
}
