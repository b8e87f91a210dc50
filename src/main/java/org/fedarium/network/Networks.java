package org.fedarium.network;

import java.util.List;
import org.fedarium.catalog.Catalog;

/// All network models.
public final class Networks {
    public static final Catalog<Network> ALL =
            new Catalog<>("network", List.of(new UniformNetwork()));

    private Networks() {}
}
