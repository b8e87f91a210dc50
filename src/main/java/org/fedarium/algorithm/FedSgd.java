package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;

import java.util.List;

/// FedSGD: like FedAvg, but each client computes one gradient on all of its data and takes one
/// step; local epochs and batch size are not used. With every client taking part, example weights
/// and plain SGD it equals one centralised step of gradient descent.
///
/// x+ = x - eta sum_k p_k grad F_k(x).
///
/// McMahan, Moore, Ramage, Hampson, Aguera y Arcas, AISTATS 2017, section 2.
public final class FedSgd implements FederatedAlgorithm {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "algorithm",
                "fedsgd",
                "FedSGD",
                "Each client sends one full-batch gradient step; epochs and batch are not used.",
                "θ⁺ = θ − η Σ_k p_k ∇F_k(θ)",
                "McMahan et al., Communication-Efficient Learning of Deep Networks from"
                        + " Decentralized Data, AISTATS 2017",
                List.of());
    }

    @Override
    public Training localWork(Training training, Values values) {
        return training.withWork(1, 0);
    }
}
