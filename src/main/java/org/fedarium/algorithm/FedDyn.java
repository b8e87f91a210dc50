package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// FedAvg whose clients minimise a loss that is bent anew every round, so that at the end all local
/// optima coincide with the global one.
///
/// y_k ~ argmin F_k(y) - <g_k, y> + alpha/2 ||y - x||^2, found by local steps;
/// g_k <- g_k - alpha (y_k - x);  h <- h - (alpha / N) sum_S (y_k - x);
/// x+ = x + eta_g (mean_S(y_k - x) - h / alpha), which for eta_g = 1 is mean_S y_k - h / alpha.
/// All g_k and h start at 0.
///
/// Acar, Zhao, Matas, Mattina, Whatmough, Saligrama: Federated Learning Based on Dynamic
/// Regularization, ICLR 2021, Algorithm 1. The authors' code stores -g_k / alpha, weighs alpha by
/// example counts and clips gradients; here is the algorithm as printed.
public final class FedDyn implements FederatedAlgorithm {
    private static final String LINEAR = "g";
    private static final String SERVER = "h";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "algorithm",
                "feddyn",
                "FedDyn",
                "Clients' losses are bent every round until their optima meet.",
                "min F_k(y) − ⟨g_k, y⟩ + α/2 ‖y − θ‖², g_k ← g_k − α (y_k − θ)",
                "Acar et al., Federated Learning Based on Dynamic Regularization, ICLR 2021",
                List.of(
                        ParameterSpec.logReal(
                                "alpha",
                                "Regularisation α",
                                1e-4,
                                100,
                                0.1,
                                "Strength of the spring and of the correction.")));
    }

    @Override
    public Formulation formulas(Values values) {
        return Formulation.local("∇F − g_k + α (y − θ)", "g_k ← g_k − α (y − θ)")
                .withServer("h ← h − (α m / K) Δ, θ⁺ = θ + η_g (Δ − h / α)");
    }

    @Override
    public List<String> serverState(Values values) {
        return List.of(SERVER);
    }

    @Override
    public List<String> clientState(Values values) {
        return List.of(LINEAR);
    }

    @Override
    public String aggregation() {
        return "uniform-mean";
    }

    @Override
    public @Nullable Note objectionTo(Optimizer optimizer) {
        return null;
    }

    @Override
    public int localUpdate(LocalContext context) {
        double alpha = context.values().real("alpha");
        double[] x = context.received();
        double[] g = context.client().get(LINEAR);
        int steps =
                context.train(
                        (y, gradient) -> {
                            for (int i = 0; i < gradient.length; i++) {
                                gradient[i] += alpha * (y[i] - x[i]) - g[i];
                            }
                        });
        double[] change = context.update().get(0);
        for (int i = 0; i < g.length; i++) {
            g[i] -= alpha * change[i];
        }
        return steps;
    }

    @Override
    public void serverUpdate(ServerContext context) {
        double alpha = context.values().real("alpha");
        double share = (double) context.cohort() / context.clients();
        double rate = context.training().serverLearningRate();
        double[] h = context.server().get(SERVER);
        double[] mean = context.aggregate().get(0);
        double[] x = context.model();
        for (int i = 0; i < x.length; i++) {
            h[i] -= alpha * share * mean[i];
            x[i] += rate * (mean[i] - h[i] / alpha);
        }
    }
}
