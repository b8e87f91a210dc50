package org.fedarium.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.aggregation.Aggregators;
import org.fedarium.aggregation.Verdict;
import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Chosen;
import org.fedarium.catalog.Values;
import org.fedarium.experiment.Experiment;
import org.fedarium.support.Quadratics;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;

/// Every aggregation rule in a run: 12 IID clients on penguins.
class AggregatorRunsTest {

    private static Stream<String> rules() {
        return Aggregators.ALL.entries().stream().map(a -> a.describe().id());
    }

    private static Experiment penguins(String rule) {
        Experiment experiment =
                Experiment.defaults()
                        .with("rounds", 5)
                        .with("data.kind", "penguins")
                        .with("partition.kind", "iid")
                        .with("partition.clients", 12)
                        .with("aggregation.kind", rule);
        boolean mixes = experiment.section("aggregation").descriptor().has("mixing");
        return mixes ? experiment.with("aggregation.mixing", "nearest") : experiment;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theSameBitsOnOneAndOnFourThreads(String rule) {
        Experiment experiment = penguins(rule);
        assertThat(Runs.hash(experiment, 4)).isEqualTo(Runs.hash(experiment, 1));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void reportsSayWhoCountsAndGoingBackGivesTheSameRounds(String rule) {
        Simulation simulation = new Simulation(Runs.plan(penguins(rule)));
        simulation.next();
        SimulationState before = simulation.snapshot();
        StepRecord step = simulation.next();
        ClientReports reports = step.reports();
        assertThat(Arrays.stream(reports.weight()).sum()).isCloseTo(1, within(1e-12));
        for (int slot = 0; slot < reports.size(); slot++) {
            boolean rejected = reports.statusOf(slot) == ClientReports.Status.REJECTED;
            assertThat(rejected).isEqualTo(reports.weight()[slot] == 0);
            Verdict verdict = simulation.verdict(slot);
            assertThat(verdict).isNotNull();
            assertThat(rejected).isEqualTo(verdict.kind() == Verdict.Kind.REJECTED);
        }
        simulation.next();
        double[] after = simulation.parameters().clone();
        simulation.restore(before, simulation.plan());
        simulation.next();
        simulation.next();
        assertThat(simulation.parameters()).isEqualTo(after);
    }

    @Test
    void krumCountsOneClientAndFoolsGoldRemembersAll() {
        Simulation krum = new Simulation(Runs.plan(penguins("krum")));
        ClientReports reports = krum.next().reports();
        assertThat(krum.snapshot().memory()).isEmpty();
        long left = 0;
        for (int slot = 0; slot < reports.size(); slot++) {
            left += reports.statusOf(slot) == ClientReports.Status.REJECTED ? 1 : 0;
        }
        // Neighbours are mixed first, so 12 - 1 clients are in the chosen mean.
        assertThat(left).isEqualTo(1);

        Simulation gold = new Simulation(Runs.plan(penguins("foolsgold")));
        gold.next();
        SimulationState state = gold.snapshot();
        assertThat(state.memory()).hasSize(12);
        assertThat(state.size()).isEqualTo(8L * 13 * state.model().length);
        gold.change(Runs.plan(penguins("median")));
        assertThat(gold.snapshot().memory()).isEmpty();
    }

    @Test
    void aRoundWithTooFewUpdatesSaysWhichAndWhy() {
        var krum = Aggregators.ALL.find("krum");
        Quadratics four = Quadratics.from(0);
        for (int k = 0; k < 4; k++) {
            four.parabola(1, k);
        }
        Values values = Values.defaults(krum.describe());
        Simulation simulation = four.aggregation(new Chosen<>(krum, values)).simulation(0.1, 1);
        assertThatThrownBy(simulation::next)
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Round 1: 4 of 4 clients sent an update, which is too few.")
                .hasMessageContaining("n >= 2 f + 3");
        assertThat(simulation.round()).isZero();
    }
}
