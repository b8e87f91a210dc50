package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;

import java.util.List;

/// FedAvg with momentum on the server: steps of earlier rounds carry on, which smooths rounds that
/// pull in different directions.
///
/// g = -Delta;  v <- beta v + g (v = 0 at the start, no dampening);  x+ = x - eta_g v;
/// with Nesterov: x+ = x - eta_g (g + beta v).
///
/// Hsu, Qi, Brown: Measuring the Effects of Non-Identical Data Distribution for Federated Visual
/// Classification, arXiv 1909.06335, 2019. Some texts write v <- beta v + (1 - beta) g; the
/// effective
/// rate then is smaller by 1 - beta.
public final class FedAvgM implements FederatedAlgorithm {
    private static final String VELOCITY = "velocity";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "algorithm",
                "fedavgm",
                "FedAvgM",
                "FedAvg with momentum on the server.",
                "v ← β v − Δ, θ⁺ = θ − η_g v",
                "Hsu, Qi, Brown, Measuring the Effects of Non-Identical Data Distribution for"
                        + " Federated Visual Classification, arXiv 1909.06335, 2019",
                List.of(
                        ParameterSpec.real(
                                "beta",
                                "Server momentum β",
                                0,
                                0.999,
                                0.9,
                                "How much of the last" + " round's step is kept."),
                        ParameterSpec.flag(
                                        "nesterov",
                                        "Nesterov",
                                        false,
                                        "Looks one step ahead: θ⁺ = θ − η_g (−Δ + β v).")
                                .at(ParameterSpec.Level.MORE)));
    }

    @Override
    public Formulation formulas(Values values) {
        return Formulation.server(
                values.flag("nesterov")
                        ? "v ← β v − Δ, θ⁺ = θ − η_g (β v − Δ)"
                        : describe().formula());
    }

    @Override
    public List<String> serverState(Values values) {
        return List.of(VELOCITY);
    }

    @Override
    public void serverUpdate(ServerContext context) {
        double beta = context.values().real("beta");
        boolean nesterov = context.values().flag("nesterov");
        double rate = context.training().serverLearningRate();
        double[] velocity = context.server().get(VELOCITY);
        double[] delta = context.aggregate().get(0);
        double[] x = context.model();
        for (int i = 0; i < x.length; i++) {
            velocity[i] = beta * velocity[i] - delta[i];
            x[i] -= rate * (nesterov ? beta * velocity[i] - delta[i] : velocity[i]);
        }
    }
}
