package org.fedarium.algorithm;

import java.util.List;
import org.fedarium.catalog.Catalog;

/// All local optimisers.
public final class Optimizers {
    public static final Catalog<Optimizer> ALL =
            new Catalog<>("optimizer", List.of(new Sgd(), new Adam()));

    private Optimizers() {}
}
