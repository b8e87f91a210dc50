package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// FedAvg whose clients correct every step by how their own gradient usually differs from
/// everybody's:
/// the drift is measured by control variates and subtracted.
///
/// y <- y - eta (g_k(y) - c_k + c), K steps. Option I: c_k+ = grad F_k(x), a full pass at the
/// received
/// model; option II: c_k+ = c_k - c + (x - y_k) / (K eta). Sent: y_k - x and c_k+ - c_k.
/// x+ = x + eta_g mean_S(y_k - x);  c+ = c + (|S| / N) mean_S(c_k+ - c_k). All c start at 0.
///
/// Karimireddy, Kale, Mohri, Reddi, Stich, Suresh: SCAFFOLD: Stochastic Controlled Averaging for
/// Federated Learning, ICML 2020, Algorithm 1. K counts steps, not epochs; the means are uniform as
/// in
/// the paper (several frameworks weigh one or both by examples).
public final class Scaffold implements FederatedAlgorithm {
    private static final String CONTROL = "control";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "algorithm",
                "scaffold",
                "SCAFFOLD",
                "Clients subtract their measured drift from every step.",
                "y ← y − η (∇F_k(y) − c_k + c), c_k⁺ = c_k − c + (θ − y) / (τ_k η)",
                "Karimireddy et al., SCAFFOLD: Stochastic Controlled Averaging for Federated"
                        + " Learning, ICML 2020, Algorithm 1",
                List.of(
                        ParameterSpec.choice(
                                "option",
                                "Variant",
                                List.of("II", "I"),
                                "II",
                                "I: full gradient at the received model; II: from the local steps,"
                                        + " no extra pass.")));
    }

    @Override
    public Formulation formulas(Values values) {
        String control =
                values.text("option").equals("I") ? "∇F_k(θ)" : "c_k − c + (θ − y) / (τ_k η)";
        return Formulation.local("∇F − c_k + c", "c_k⁺ = " + control)
                .withServer("θ⁺ = θ + η_g Δ, c ← c + (1 / K) Σ_k (c_k⁺ − c_k)");
    }

    @Override
    public List<String> sent(Values values) {
        return List.of("model", CONTROL);
    }

    @Override
    public List<String> broadcast(Values values) {
        return List.of(CONTROL);
    }

    @Override
    public List<String> serverState(Values values) {
        return List.of(CONTROL);
    }

    @Override
    public List<String> clientState(Values values) {
        return List.of(CONTROL);
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
                        "objection.plainSgd",
                        "(x - y) / (K eta) is a mean gradient only for plain SGD.");
    }

    @Override
    public int localUpdate(LocalContext context) {
        double[] c = context.server().get(CONTROL);
        double[] ck = context.client().get(CONTROL);
        double[] change = context.update().get(CONTROL);
        boolean fromGradient = context.values().text("option").equals("I");
        if (fromGradient) {
            context.fullGradient(context.received(), change);
        }
        int steps =
                context.train(
                        (y, gradient) -> {
                            for (int i = 0; i < gradient.length; i++) {
                                gradient[i] += c[i] - ck[i];
                            }
                        });
        double[] moved = context.update().get(0);
        double scale = 1 / (steps * context.rate());
        for (int i = 0; i < ck.length; i++) {
            double next = fromGradient ? change[i] : ck[i] - c[i] - moved[i] * scale;
            change[i] = next - ck[i];
            ck[i] = next;
        }
        return steps;
    }

    @Override
    public void serverUpdate(ServerContext context) {
        FederatedAlgorithm.super.serverUpdate(context);
        double[] c = context.server().get(CONTROL);
        double[] change = context.aggregate().get(CONTROL);
        double share = (double) context.cohort() / context.clients();
        for (int i = 0; i < c.length; i++) {
            c[i] += share * change[i];
        }
    }
}
