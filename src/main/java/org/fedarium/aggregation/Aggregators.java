package org.fedarium.aggregation;

import org.fedarium.catalog.Catalog;

import java.util.List;

/// All aggregation rules.
public final class Aggregators {
    public static final Catalog<Aggregator> ALL =
            new Catalog<>(
                    "aggregation",
                    List.of(
                            MeanAggregator.weighted(),
                            MeanAggregator.uniform(),
                            new CoordinateMedian(),
                            new TrimmedMean(),
                            new Krum(),
                            new MultiKrum(),
                            new Bulyan(),
                            new GeometricMedian(),
                            new NormClipping(),
                            new CentredClipping(),
                            new FoolsGold(),
                            new MajorityVote()));

    private Aggregators() {}
}
