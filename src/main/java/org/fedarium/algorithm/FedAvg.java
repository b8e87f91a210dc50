package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;

import java.util.List;

/// Federated averaging: clients train for several local steps, the server averages their models.
///
/// y_k = E epochs of minibatch descent from x;  x+ = x + eta_g sum_k p_k (y_k - x).
///
/// McMahan, Moore, Ramage, Hampson, Aguera y Arcas: Communication-Efficient Learning of Deep
/// Networks from Decentralized Data, AISTATS 2017, Algorithm 1. Early preprints normalise the
/// weights over all clients; here, as in the published version, over the cohort.
public final class FedAvg implements FederatedAlgorithm {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "algorithm",
                "fedavg",
                "FedAvg",
                "Clients train for several local steps; the server averages their models.",
                "θ⁺ = Σ_k p_k θ_k",
                "McMahan et al., Communication-Efficient Learning of Deep Networks from"
                        + " Decentralized Data, AISTATS 2017",
                List.of());
    }
}
