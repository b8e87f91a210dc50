package org.fedarium.network;

import org.fedarium.catalog.Catalog;

import java.util.List;

/// All compressors.
public final class Compressors {
    public static final Catalog<Compressor> ALL =
            new Catalog<>(
                    "compression",
                    List.of(
                            new NoCompression(),
                            new TopK(),
                            new RandomK(),
                            new Qsgd(),
                            new SignCompression(),
                            new UniformQuantisation()));

    private Compressors() {}
}
