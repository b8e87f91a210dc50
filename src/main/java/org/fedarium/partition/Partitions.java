package org.fedarium.partition;

import org.fedarium.catalog.Catalog;

import java.util.List;

/// All rules that deal data to clients.
public final class Partitions {
    public static final Catalog<Partition> ALL =
            new Catalog<>(
                    "partition",
                    List.of(
                            new DirichletByClass(),
                            new DirichletByClient(),
                            new IidPartition(),
                            new ByColumn(),
                            new ShardsPartition(),
                            new ClassesPerClient(),
                            new MixedSkew(),
                            new QuantityDirichlet(),
                            new QuantityPower(),
                            new LinearSizes(),
                            new FeatureNoise(),
                            new FeatureRotation(),
                            new LabelPermutation(),
                            new MatrixPartition()));

    private Partitions() {}
}
