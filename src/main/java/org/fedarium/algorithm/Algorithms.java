package org.fedarium.algorithm;

import org.fedarium.catalog.Catalog;

import java.util.List;

/// All federated algorithms.
public final class Algorithms {
    public static final Catalog<FederatedAlgorithm> ALL =
            new Catalog<>("algorithm", List.of(new FedAvg(), new FedSgd()));

    private Algorithms() {}
}
