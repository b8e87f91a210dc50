package org.fedarium.model;

import org.fedarium.catalog.Catalog;

import java.util.List;

/// All kinds of models.
public final class Models {
    public static final Catalog<ModelFamily> ALL =
            new Catalog<>(
                    "model",
                    List.of(
                            new SoftmaxRegression(),
                            new LinearRegression(),
                            new MultilayerPerceptron()));

    private Models() {}
}
