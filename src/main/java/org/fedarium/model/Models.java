package org.fedarium.model;

import java.util.List;
import org.fedarium.catalog.Catalog;

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
