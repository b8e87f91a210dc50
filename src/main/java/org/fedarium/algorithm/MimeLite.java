package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Clients use the server's momentum in every local step, without changing it: local steps imitate
/// centralised training with momentum.
///
/// y <- y - eta ((1 - beta) g_k(y) + beta m);  m <- beta m + (1 - beta) mean_S grad F_k(x), full
/// gradients at the received model;  x+ = x + eta_g mean_S(y_k - x). m starts at 0.
///
/// Karimireddy, Jaggi, Kale, Mohri, Reddi, Stich, Suresh: Breaking the Centralized Barrier for
/// Cross-Device Federated Learning, NeurIPS 2021 (MimeLite with SGD and momentum).
public final class MimeLite implements FederatedAlgorithm {
    private static final String MOMENTUM = "momentum";
    private static final String GRADIENT = "gradient";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "algorithm",
                "mimelite",
                "MimeLite",
                "Clients use the server's momentum in their local steps.",
                "y ← y − η ((1 − β) ∇F_k(y) + β m), m ← β m + (1 − β) mean ∇F_k(θ)",
                "Karimireddy et al., Breaking the Centralized Barrier for Cross-Device Federated"
                        + " Learning, NeurIPS 2021",
                List.of(
                        ParameterSpec.real(
                                "beta",
                                "Momentum β",
                                0,
                                0.999,
                                0.9,
                                "Share of the server's" + " momentum in a local step.")));
    }

    @Override
    public Formulation formulas(Values values) {
        return Formulation.local("(1 − β) ∇F + β m", "")
                .withServer("θ⁺ = θ + η_g Δ, m ← β m + (1 − β) mean ∇F_k(θ)");
    }

    @Override
    public List<String> sent(Values values) {
        return List.of("model", GRADIENT);
    }

    @Override
    public List<String> broadcast(Values values) {
        return List.of(MOMENTUM);
    }

    @Override
    public List<String> serverState(Values values) {
        return List.of(MOMENTUM);
    }

    @Override
    public String aggregation() {
        return "uniform-mean";
    }

    @Override
    public @Nullable Note objectionTo(Optimizer optimizer) {
        return optimizer instanceof Sgd
                ? null
                : Note.of(
                        "objection.serverMomentum", "The momentum is the server's; use plain SGD.");
    }

    @Override
    public int localUpdate(LocalContext context) {
        double beta = context.values().real("beta");
        double[] m = context.server().get(MOMENTUM);
        context.fullGradient(context.received(), context.update().get(GRADIENT));
        return context.train(
                (y, gradient) -> {
                    for (int i = 0; i < gradient.length; i++) {
                        gradient[i] = (1 - beta) * gradient[i] + beta * m[i];
                    }
                });
    }

    @Override
    public void serverUpdate(ServerContext context) {
        FederatedAlgorithm.super.serverUpdate(context);
        double beta = context.values().real("beta");
        double[] m = context.server().get(MOMENTUM);
        double[] gradient = context.aggregate().get(GRADIENT);
        for (int i = 0; i < m.length; i++) {
            m[i] = beta * m[i] + (1 - beta) * gradient[i];
        }
    }
}
