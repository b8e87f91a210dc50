package org.fedarium.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FittingTest {

    @Test
    void choosingNumbersToPredictReplacesSoftmaxByLinearRegression() {
        Experiment fitted = Fitting.with(Experiment.defaults(), "data.kind", "auto_mpg");
        assertThat(fitted.section("model").kind()).isEqualTo("linear");
    }

    @Test
    void aModelThatFitsIsKept() {
        Experiment mlp = Experiment.defaults().with("model.kind", "mlp");
        assertThat(Fitting.with(mlp, "data.kind", "auto_mpg").section("model").kind())
                .isEqualTo("mlp");
    }

    @Test
    void dataWithoutClientsAreNotSplitByClients() {
        Experiment natural =
                Experiment.defaults()
                        .with("data.kind", "penguins")
                        .with("partition.kind", "by-column");
        assertThat(Fitting.with(natural, "data.kind", "wine").section("partition").kind())
                .isEqualTo("dirichlet-by-class");
        assertThat(Fitting.with(natural, "data.kind", "pbc3_hospitals").section("partition").kind())
                .isEqualTo("by-column");
    }
}
