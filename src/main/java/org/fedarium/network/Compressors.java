package org.fedarium.network;

import java.util.List;
import org.fedarium.catalog.Catalog;

/// All compressors.
public final class Compressors {
    public static final Catalog<Compressor> ALL =
            new Catalog<>("compression", List.of(new NoCompression()));

    private Compressors() {}
}
