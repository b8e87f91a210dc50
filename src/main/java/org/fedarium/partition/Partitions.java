package org.fedarium.partition;

import java.util.List;
import org.fedarium.catalog.Catalog;

/// All rules that deal data to clients.
public final class Partitions {
    public static final Catalog<Partition> ALL =
            new Catalog<>("partition", List.of(new IidPartition()));

    private Partitions() {}
}
