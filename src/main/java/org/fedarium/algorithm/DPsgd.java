package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.network.Graph;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// No server: in every step each client trains on its own data and averages with its neighbours.
///
/// mix-then-add: x_i <- sum_j W_ij x_j - eta grad F_i(x_i), the gradient at x_i before mixing;
/// adapt-then-combine: x_i <- sum_j W_ij (x_j - eta grad F_j(x_j)). W are Metropolis weights
/// ([org.fedarium.network.MixingWeights]).
///
/// Lian, Zhang, Zhang, Hsieh, Zhang, Liu: Can Decentralized Algorithms Outperform Centralized
/// Algorithms?, NeurIPS 2017, arXiv 1705.09056, Algorithm 1, is mix-then-add with one stochastic
/// gradient in a step; with more local steps their whole change takes the gradient's place. The
/// other order is the diffusion of Chen and Sayed, IEEE Trans. Signal Processing 60, 2012. With
/// unequal data and a constant rate the clients' models stay apart, in either order.
public final class DPsgd implements Coordination {
    private static final String MIX_THEN_ADD = "mix-then-add";
    private static final String ADAPT_THEN_COMBINE = "adapt-then-combine";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "coordination",
                "d-psgd",
                "Decentralised (D-PSGD)",
                "No server: every client trains and averages with its neighbours in each step.",
                "θ_i ← Σ_j W_ij θ_j − η ∇F_i(θ_i), W_ij = 1 / (1 + max(d_i, d_j))",
                "Lian et al., Can Decentralized Algorithms Outperform Centralized Algorithms?,"
                        + " NeurIPS 2017, Algorithm 1",
                List.of(
                        Topology.kind(),
                        Topology.edgeProbability(),
                        ParameterSpec.choice(
                                        "order",
                                        "Order",
                                        List.of(MIX_THEN_ADD, ADAPT_THEN_COMBINE),
                                        MIX_THEN_ADD,
                                        "mix-then-add: the change is computed before mixing and"
                                                + " added after it, as in the paper;"
                                                + " adapt-then-combine: trained models are mixed.")
                                .restartOnly()));
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.MIXING;
    }

    @Override
    public Mixing mixing(Values values) {
        return new Mixing(values.text("order").equals(ADAPT_THEN_COMBINE), 0);
    }

    @Override
    public Graph graph(int clients, Values values, RandomStream stream) {
        return Topology.graph(clients, values, stream);
    }

    @Override
    public @Nullable Note objectionTo(FederatedAlgorithm algorithm, Values values) {
        return Objections.withoutServer(algorithm, values);
    }
}
