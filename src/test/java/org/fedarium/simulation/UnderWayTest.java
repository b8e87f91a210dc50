package org.fedarium.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.experiment.Experiment;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.support.Quadratics;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who is at work when a server version is made.
class UnderWayTest {
    /// Clients with 1, 3 and 5 examples, a second each; a transfer takes half a second and a
    /// little, so that of two that end together the one with fewer transfers comes first.
    private static Quadratics three() {
        return Quadratics.from(4)
                .client(1, new double[] {1}, 0)
                .client(3, new double[] {1}, -10)
                .client(5, new double[] {1}, -20)
                .network("uniform", "secondsPerExample", 1.0, "latency", 0.5, "bandwidth", 1e10);
    }

    /// One client at work: index, version, begin, downloadEnd, trainEnd, uploadEnd.
    private static double[] row(UnderWay work, int i) {
        return new double[] {
            work.client()[i],
            work.version()[i],
            work.begin()[i],
            work.downloadEnd()[i],
            work.trainEnd()[i],
            work.uploadEnd()[i]
        };
    }

    private static void assertStep(StepRecord step, int arrived, double end, double[]... rows) {
        assertThat(step.reports().client()).containsExactly(arrived);
        assertThat(step.end()).isCloseTo(end, within(1e-6));
        assertThat(step.underWay().size()).isEqualTo(rows.length);
        for (int i = 0; i < rows.length; i++) {
            assertThat(row(step.underWay(), i)).containsExactly(rows[i], within(1e-6));
        }
    }

    @Test
    void threeClientsOfDifferentSpeedByHand() {
        Simulation simulation = three().coordination("fedasync").simulation(0.5, 1);
        assertThat(simulation.initial().underWay().size()).isZero();
        double[] first = {1, 0, 0, 0.5, 3.5, 4};
        double[] slow = {2, 0, 0, 0.5, 5.5, 6};
        assertStep(simulation.next(), 0, 2, first, slow);
        // A got version 1 at 2 and would be back at 4 as well, but B comes first.
        assertStep(simulation.next(), 1, 4, new double[] {0, 1, 2, 2.5, 3.5, 4}, slow);
        assertStep(simulation.next(), 0, 4, new double[] {1, 2, 4, 4.5, 7.5, 8}, slow);
        double[] again = {0, 3, 4, 4.5, 5.5, 6};
        double[] second = {1, 2, 4, 4.5, 7.5, 8};
        assertStep(simulation.next(), 2, 6, again, second);
        double[] newest = {2, 4, 6, 6.5, 11.5, 12};
        assertStep(simulation.next(), 0, 6, second, newest);
    }

    @Test
    void whoWasReplacedAtOnceIsAMemberAndAtWorkAgain() {
        Simulation simulation = three().coordination("fedbuff", "buffer", 3L).simulation(0.5, 1);
        // A arrives at 2 and starts again, so does B at 4; then A arrives once more and a third
        // update is there. At 4 B is at work on the version that it had before.
        StepRecord step = simulation.next();
        assertThat(step.reports().client()).containsExactly(0, 0, 1);
        assertThat(step.end()).isCloseTo(4, within(1e-6));
        assertThat(step.underWay().client()).containsExactly(1, 2);
        assertThat(row(step.underWay(), 0))
                .containsExactly(new double[] {1, 0, 4, 4.5, 7.5, 8}, within(1e-6));
    }

    @Test
    void roundsAndMixingStepsLeaveNobodyAtWork() {
        Simulation rounds = three().participation(0.5).simulation(0.5, 1);
        assertThat(rounds.next().underWay().size()).isZero();
        Experiment gossip =
                Experiment.defaults()
                        .with("data.kind", "penguins")
                        .with("partition.clients", 5L)
                        .with("participation.fraction", 0.5)
                        .with("coordination.kind", "gossip")
                        .with("rounds", 3L);
        for (StepRecord step : Runs.steps(gossip)) {
            assertThat(step.underWay().size()).isZero();
            for (double arrived : step.reports().uploadEnd()) {
                assertThat(arrived).isLessThanOrEqualTo(step.end());
            }
        }
    }

    private static Experiment base() {
        return Experiment.defaults()
                .with("data.kind", "penguins")
                .with("partition.clients", 9L)
                .with("partition.alpha", 0.3)
                .with("participation.fraction", 0.6)
                .with("network.kind", "lognormal")
                .with("evaluation.references", false)
                .with("rounds", 60L);
    }

    private static Stream<Experiment> experiments() {
        Experiment alone = base().with("coordination.kind", "fedasync");
        Experiment buffered =
                base().with("coordination.kind", "fedbuff").with("coordination.buffer", 3L);
        return Stream.of(
                alone,
                alone.with("network.dropout", 0.3),
                alone.with("participation.fraction", 1.0).with("network.availability", 0.5),
                buffered,
                buffered.with("network.dropout", 0.3),
                buffered.with("network.kind", "stragglers").with("network.late", "keep"),
                buffered.with("coordination.replacements", "after-flush"),
                buffered.with("partition.alpha", 0.01));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyClientIsAMemberAtWorkOrIdle(Experiment experiment) {
        int concurrency =
                (int) Math.round(9 * experiment.section("participation").values().real("fraction"));
        for (StepRecord step : Runs.steps(experiment)) {
            UnderWay work = step.underWay();
            ClientReports r = step.reports();
            assertThat(work.client()).isSorted().doesNotHaveDuplicates();
            assertThat(work.size()).isLessThanOrEqualTo(Math.max(1, concurrency));
            assertThat(IntStream.of(work.client())).allMatch(k -> k >= 0 && k < 9);
            for (int i = 0; i < work.size(); i++) {
                assertThat(work.begin()[i]).isLessThanOrEqualTo(step.end());
                assertThat(work.uploadEnd()[i]).isGreaterThanOrEqualTo(step.end());
                assertThat(work.version()[i]).isBetween(0, step.round() - 1);
                assertThat(work.placeOf(work.client()[i])).isEqualTo(i);
                // One that is a member too has been sent a model again, after its update.
                for (int s = 0; s < r.size(); s++) {
                    if (r.client()[s] == work.client()[i]) {
                        assertThat(work.begin()[i]).isGreaterThanOrEqualTo(end(r, s));
                    }
                }
            }
        }
    }

    /// When the server knows what became of a member's work.
    private static double end(ClientReports r, int slot) {
        return r.arrives(slot) ? r.uploadEnd()[slot] : r.trainEnd()[slot];
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void whoIsAtWorkArrivesOrIsLostAtExactlyTheseTimes(Experiment experiment) {
        List<StepRecord> steps = Runs.steps(experiment);
        int found = 0;
        for (int t = 1; t + 1 < steps.size(); t++) {
            UnderWay work = steps.get(t).underWay();
            UnderWay next = steps.get(t + 1).underWay();
            ClientReports r = steps.get(t + 1).reports();
            for (int i = 0; i < work.size(); i++) {
                double[] expected = row(work, i);
                List<double[]> continued = new ArrayList<>();
                for (int j = 0; j < next.size(); j++) {
                    continued.add(row(next, j));
                }
                for (int s = 0; s < r.size(); s++) {
                    continued.add(
                            new double[] {
                                r.client()[s],
                                r.version()[s],
                                r.begin()[s],
                                r.downloadEnd()[s],
                                r.trainEnd()[s],
                                r.uploadEnd()[s]
                            });
                }
                assertThat(continued)
                        .as("client %s after version %s", work.client()[i], t)
                        .filteredOn(row -> java.util.Arrays.equals(row, expected))
                        .hasSize(1);
                found++;
            }
            for (int s = 0; s < r.size(); s++) {
                boolean before = work.placeOf(r.client()[s]) >= 0;
                assertThat(before || r.begin()[s] >= steps.get(t + 1).start()).isTrue();
                assertThat(r.statusOf(s) == Status.EMPTY || end(r, s) >= r.begin()[s]).isTrue();
            }
        }
        assertThat(found).isPositive();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void threadsAndGoingBackChangeNothing(Experiment experiment) {
        List<StepRecord> steps = Runs.steps(experiment);
        ExecutorService helpers = Executors.newFixedThreadPool(3);
        try {
            Simulation simulation = new Simulation(Runs.plan(experiment), helpers, 4, () -> false);
            SimulationState middle = null;
            for (int t = 1; t <= 30; t++) {
                assertSame(simulation.next(), steps.get(t));
                middle = t == 12 ? simulation.snapshot() : middle;
            }
            simulation.restore(java.util.Objects.requireNonNull(middle), simulation.plan());
            for (int t = 13; t <= 30; t++) {
                assertSame(simulation.next(), steps.get(t));
            }
        } finally {
            helpers.shutdownNow();
        }
    }

    private static void assertSame(StepRecord step, StepRecord expected) {
        UnderWay work = step.underWay();
        assertThat(work.size()).isEqualTo(expected.underWay().size());
        for (int i = 0; i < work.size(); i++) {
            assertThat(row(work, i)).isEqualTo(row(expected.underWay(), i));
        }
    }
}
