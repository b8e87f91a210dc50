package org.fedarium.algorithm;

import java.util.List;
import org.fedarium.catalog.Catalog;

/// All federated algorithms.
public final class Algorithms {
    public static final Catalog<FederatedAlgorithm> ALL =
            new Catalog<>("algorithm", List.of(new FedAvg(), new FedSgd()));

    private Algorithms() {}
}
