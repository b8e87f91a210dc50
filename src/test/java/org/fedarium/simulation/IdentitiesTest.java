package org.fedarium.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.data.Examples;
import org.fedarium.experiment.Experiment;
import org.fedarium.model.Model;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {
    private static Experiment digits() {
        return Experiment.defaults()
                .with("data.kind", "digits8x8")
                .with("partition.clients", 10L)
                .with("partition.alpha", 0.3)
                .with("rounds", 20L);
    }

    @ParameterizedTest(name = "{1} on {0}, {2} rounds")
    @CsvSource({"auto_mpg,linear,200,0.05", "penguins,softmax,200,0.3", "penguins,mlp,5,0.1"})
    void fedSgdWithAllClientsEqualsCentralisedGradientDescent(
            String data, String model, int rounds, double rate) {
        Experiment experiment =
                Experiment.defaults()
                        .with("data.kind", data)
                        .with("model.kind", model)
                        .with("partition.kind", "iid")
                        .with("partition.clients", 7L)
                        .with("algorithm.kind", "fedsgd")
                        .with("training.learningRate", rate)
                        .with("rounds", (long) rounds);
        Plan plan = Runs.plan(experiment);
        Simulation federated = new Simulation(plan);
        double[] theta = federated.parameters().clone();
        Model.Kernel kernel = plan.model().newKernel();
        Examples pool = plan.data().train();
        int[] order = new int[pool.rows()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        double[] gradient = new double[theta.length];
        for (int round = 0; round < rounds; round++) {
            federated.next();
            kernel.gradient(theta, pool, order, 0, pool.rows(), gradient);
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= rate * gradient[i];
            }
        }
        assertThat(relativeDifference(federated.parameters(), theta)).isLessThan(1e-12);
    }

    @Test
    void oneClientWithFullBatchesIsGradientDescent() {
        Experiment one =
                digits().with("partition.clients", 1L)
                        .with("training.batch", 0L)
                        .with("training.epochs", 3L);
        ReferenceCurves curves = References.compute(Runs.plan(one), 20);
        Plan plan = Runs.plan(one);
        var steps = Runs.steps(one);
        for (int round = 0; round <= 20; round++) {
            double loss = Runs.metric(plan, steps.get(round), "trainLoss");
            assertThat(loss).isCloseTo(curves.centralised()[round][0], within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void theResultHashDoesNotDependOnTheNumberOfThreads(int threads) {
        Experiment experiment = digits().with("participation.fraction", 0.7);
        assertThat(Runs.hash(experiment, threads)).isEqualTo(Runs.hash(experiment, 1));
    }

    @Test
    void anotherSeedGivesAnotherHash() {
        assertThat(Runs.hash(digits().withSeed(2), 1)).isNotEqualTo(Runs.hash(digits(), 1));
    }

    @Test
    void titleAndNoteDoNotInfluenceResults() {
        Experiment renamed = digits().with("title", "Other").with("note", "words");
        assertThat(Runs.hash(renamed, 1)).isEqualTo(Runs.hash(digits(), 1));
    }

    @Test
    void changingTheBatchSizeLeavesSelectionAndDealAsTheyWere() {
        Experiment half = digits().with("participation.fraction", 0.5);
        var before = Runs.steps(half);
        var after = Runs.steps(half.with("training.batch", 5L));
        for (int round = 1; round <= 20; round++) {
            assertThat(after.get(round).reports().client())
                    .isEqualTo(before.get(round).reports().client());
            assertThat(after.get(round).reports().examples())
                    .isEqualTo(before.get(round).reports().examples());
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.api.Assertions.within(value);
    }

    private static double relativeDifference(double[] a, double[] b) {
        double worst = 0;
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            worst = Math.max(worst, Math.abs(a[i] - b[i]));
            size = Math.max(size, Math.abs(b[i]));
        }
        return worst / size;
    }
}
