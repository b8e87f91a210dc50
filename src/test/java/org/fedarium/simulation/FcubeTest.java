package org.fedarium.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FcubeTest {
    private static Experiment experiment() {
        return Experiment.defaults()
                .with("data.kind", "fcube")
                .with("partition.kind", "by-column")
                .with("model.kind", "softmax")
                .with("training.learningRate", 0.01)
                .with("training.batch", 64L)
                .with("training.epochs", 10L)
                .with("participation.fraction", 1.0)
                .with("rounds", 10L);
    }

    @ParameterizedTest(name = "fcube_softmax_fedavg, standardise {0}")
    @ValueSource(strings = {"none", "pooled"})
    void fcube_softmax_fedavg(String standardise) {
        Experiment experiment = experiment().with("data.standardise", standardise);
        Plan plan = Runs.plan(experiment);
        var last = Runs.steps(experiment).getLast();
        assertThat(plan.data().clients()).isEqualTo(4);
        assertThat(plan.data().train().rows()).isEqualTo(4000);
        assertThat(Runs.metric(plan, last, "testAccuracy")).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void everyNewKindOfSkewRuns() {
        Experiment digits =
                Experiment.defaults()
                        .with("data.kind", "digits8x8")
                        .with("partition.clients", 20L)
                        .with("rounds", 2L);
        for (String kind :
                new String[] {
                    "shards",
                    "classes-per-client",
                    "mixed",
                    "quantity-dirichlet",
                    "quantity-power",
                    "linear",
                    "feature-noise",
                    "feature-rotation",
                    "label-permutation",
                    "matrix"
                }) {
            Experiment experiment = digits.with("partition.kind", kind);
            assertThat(Runs.hash(experiment, 1)).as(kind).isEqualTo(Runs.hash(experiment, 2));
        }
    }
}
