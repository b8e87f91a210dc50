package org.fedarium.aggregation;

import java.util.List;
import org.fedarium.catalog.Catalog;

/// All aggregation rules.
public final class Aggregators {
    public static final Catalog<Aggregator> ALL =
            new Catalog<>(
                    "aggregation", List.of(MeanAggregator.weighted(), MeanAggregator.uniform()));

    private Aggregators() {}
}
