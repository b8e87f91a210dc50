package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.Values;
import org.fedarium.math.Vectors;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// FedAvg for clients that take different numbers of local steps: every update is divided by its
/// client's steps, so that nobody counts more for having worked longer.
///
/// x+ = x + eta_g tau_eff sum_k p_k Delta_k / ||a_k||_1, tau_eff = sum_k p_k ||a_k||_1. For plain
/// SGD
/// ||a_k||_1 = tau_k, the number of steps; with momentum rho
/// ||a_k||_1 = (tau - rho (1 - rho^tau) / (1 - rho)) / (1 - rho).
///
/// Wang, Liu, Liang, Joshi, Poor: Tackling the Objective Inconsistency Problem in Heterogeneous
/// Federated Optimization, NeurIPS 2020. At a finite rate a bias of order eta remains.
public final class FedNova implements FederatedAlgorithm {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "algorithm",
                "fednova",
                "FedNova",
                "FedAvg with updates divided by each client's number of local steps.",
                "θ⁺ = θ + η_g τ_eff Σ_k p_k Δ_k / ‖a_k‖₁",
                "Wang et al., Tackling the Objective Inconsistency Problem in Heterogeneous"
                        + " Federated Optimization, NeurIPS 2020",
                List.of());
    }

    @Override
    public Formulation formulas(Values values) {
        String sent = "d_k = (θ_k − θ) / ‖a_k‖₁";
        return new Formulation("∇F", sent.replace("θ_k", "y"), "d", sent, "θ⁺ = θ + η_g τ_{eff} d");
    }

    @Override
    public List<String> sentScalars(Values values) {
        return List.of("normaliser");
    }

    @Override
    public @Nullable Note objectionTo(Optimizer optimizer) {
        return optimizer instanceof Sgd || optimizer instanceof Momentum
                ? null
                : Note.of(
                        "objection.weights",
                        "The weights a_k of local gradients are known for SGD and momentum only.");
    }

    @Override
    public int localUpdate(LocalContext context) {
        int steps = context.train(null);
        double normaliser = normaliser(steps, context);
        context.scalars()[0] = normaliser;
        Vectors.scale(context.update().get(0), 1 / normaliser);
        return steps;
    }

    @Override
    public double toChange(double[] scalars) {
        return scalars[0];
    }

    private static double normaliser(int steps, LocalContext context) {
        if (!(context.optimizer().entry() instanceof Momentum)) {
            return steps;
        }
        double rho = context.optimizer().values().real("rho");
        return (steps - rho * (1 - StrictMath.pow(rho, steps)) / (1 - rho)) / (1 - rho);
    }

    @Override
    public void serverUpdate(ServerContext context) {
        double rate = context.training().serverLearningRate() * context.scalars()[0];
        Vectors.add(context.model(), rate, context.aggregate().get(0));
    }
}
