package org.fedarium.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.data.Examples;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenario;
import org.fedarium.experiment.Scenarios;
import org.fedarium.model.Model;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.LongStream;

/// What the fast set checks on a few seeds, over twenty.
@Tag("full")
class ManySeedsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fedSgdWithAllClientsEqualsCentralisedGradientDescent(long seed) {
        Experiment experiment =
                Experiment.defaults()
                        .withSeed(seed)
                        .with("data.kind", "penguins")
                        .with("partition.clients", 7L)
                        .with("algorithm.kind", "fedsgd")
                        .with("training.learningRate", 0.3)
                        .with("rounds", 200L);
        Plan plan = Runs.plan(experiment);
        Simulation federated = new Simulation(plan);
        double[] theta = federated.parameters().clone();
        Model.Kernel kernel = plan.model().newKernel();
        Examples pool = plan.data().train();
        int[] order = java.util.stream.IntStream.range(0, pool.rows()).toArray();
        double[] gradient = new double[theta.length];
        double size = 0;
        double worst = 0;
        for (int round = 0; round < 200; round++) {
            federated.next();
            kernel.gradient(theta, pool, order, 0, pool.rows(), gradient);
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= 0.3 * gradient[i];
                size = Math.max(size, Math.abs(theta[i]));
                worst = Math.max(worst, Math.abs(theta[i] - federated.parameters()[i]));
            }
        }
        assertThat(worst / size).isLessThan(1e-12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void digitsOnTwentyPhonesReachNinetyThreePercent(long seed) {
        Experiment experiment = Scenarios.all().getFirst().experiment().withSeed(seed);
        Plan plan = Runs.plan(experiment);
        double best =
                Runs.steps(experiment).stream()
                        .mapToDouble(s -> Runs.metric(plan, s, "testAccuracy"))
                        .max()
                        .orElseThrow();
        assertThat(best).isGreaterThanOrEqualTo(0.93);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void threeIslandsReachNinetySevenPercentWhereNobodyAloneGetsNear(long seed) {
        Experiment experiment =
                Scenarios.find("three-islands").orElseThrow().experiment().withSeed(seed);
        Plan plan = Runs.plan(experiment);
        StepRecord last = Runs.steps(experiment).getLast();
        assertThat(Runs.metric(plan, last, "testAccuracy")).isGreaterThanOrEqualTo(0.97);
        double[][] alone = References.compute(plan, experiment.rounds()).localOnly();
        assertThat(alone[alone.length - 1][5]).isLessThan(0.85);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioGivesTheSameBitsOnOneTwoAndEightThreads(Scenario scenario) {
        String one = Runs.hash(scenario.experiment(), 1);
        assertThat(Runs.hash(scenario.experiment(), 2)).isEqualTo(one);
        assertThat(Runs.hash(scenario.experiment(), 8)).isEqualTo(one);
        assertThat(Runs.hash(scenario.experiment(), 8)).isEqualTo(one);
    }
}
