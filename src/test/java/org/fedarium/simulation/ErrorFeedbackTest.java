package org.fedarium.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Fitting;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compression within a run: its memory is part of the state.
class ErrorFeedbackTest {
    private static Experiment penguins(String compression) {
        return Experiment.defaults()
                .with("data.kind", "penguins")
                .with("partition.kind", "iid")
                .with("partition.clients", 12L)
                .with("participation.fraction", 0.5)
                .with("compression.kind", compression)
                .with("rounds", 15L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"top-k", "random-k", "qsgd", "sign", "quantise"})
    void theHashDoesNotDependOnTheNumberOfThreads(String compression) {
        Experiment experiment = penguins(compression);
        assertThat(Runs.hash(experiment, 4)).isEqualTo(Runs.hash(experiment, 1));
        assertThat(Runs.hash(experiment, 1)).isNotEqualTo(Runs.hash(penguins("none"), 1));
    }

    @Test
    void topKOfEverythingIsNoCompression() {
        for (long seed = 1; seed <= 20; seed++) {
            Experiment all = penguins("top-k").with("compression.share", 1.0).withSeed(seed);
            assertThat(Runs.hash(all, 1)).isEqualTo(Runs.hash(penguins("none").withSeed(seed), 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedavg", "scaffold"})
    void goingBackToASnapshotBringsTheMemoryBack(String algorithm) {
        Simulation simulation =
                new Simulation(
                        Runs.plan(Fitting.with(penguins("top-k"), "algorithm.kind", algorithm)));
        for (int round = 1; round <= 5; round++) {
            simulation.next();
        }
        SimulationState middle = simulation.snapshot();
        assertThat(middle.unsent()).hasSize(12);
        assertThat(middle.size()).isGreaterThan(8L * 2 * middle.model().length);
        for (int round = 6; round <= 10; round++) {
            simulation.next();
        }
        double[] end = simulation.parameters().clone();
        simulation.restore(middle, simulation.plan());
        for (int round = 6; round <= 10; round++) {
            simulation.next();
        }
        assertThat(simulation.parameters()).isEqualTo(end);
    }

    @Test
    void aMemoryThatIsNoLongerUsedIsForgotten() {
        Simulation simulation = new Simulation(Runs.plan(penguins("top-k")));
        simulation.next();
        assertThat(simulation.snapshot().unsent()).hasSize(12);
        simulation.change(Runs.plan(penguins("top-k").with("compression.errorFeedback", false)));
        simulation.next();
        assertThat(simulation.snapshot().unsent()).isEmpty();
    }

    @Test
    void scaffoldSendsTwoMessages() {
        Experiment plain = penguins("top-k").with("rounds", 1L);
        long one = Runs.steps(plain).get(1).reports().bytesUp()[0];
        long two =
                Runs.steps(Fitting.with(plain, "algorithm.kind", "scaffold"))
                        .get(1)
                        .reports()
                        .bytesUp()[0];
        assertThat(two).isEqualTo(2 * one);
    }

    @Test
    void signsAndVotesLearn() {
        Experiment votes =
                penguins("sign")
                        .with("compression.length", "one")
                        .with("aggregation.kind", "majority-vote")
                        .with("rounds", 40L);
        for (Experiment experiment : java.util.List.of(votes, penguins("sign"))) {
            var plan = Runs.plan(experiment);
            var steps = Runs.steps(experiment);
            assertThat(Runs.metric(plan, steps.getLast(), "trainLoss"))
                    .isLessThan(0.5 * Runs.metric(plan, steps.getFirst(), "trainLoss"));
        }
    }
}
