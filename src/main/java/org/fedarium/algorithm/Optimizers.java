package org.fedarium.algorithm;

import org.fedarium.catalog.Catalog;

import java.util.List;

/// All local optimisers.
public final class Optimizers {
    public static final Catalog<Optimizer> ALL =
            new Catalog<>("optimizer", List.of(new Sgd(), new Momentum(), new Adam()));

    private Optimizers() {}
}
