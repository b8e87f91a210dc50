package org.fedarium.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Change;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.RunSetup;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.simulation.Plan;
import org.fedarium.simulation.Simulation;
import org.fedarium.simulation.StepRecord;
import org.fedarium.support.SampleFiles;
import org.fedarium.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

class LabConductorTest {
    private final LabConductor conductor = new LabConductor(new SampleFiles(), 2);

    @AfterEach
    void close() {
        conductor.close();
    }

    private static Experiment penguins() {
        return Experiment.defaults()
                .with("data.kind", "penguins")
                .with("partition.clients", 5L)
                .with("participation.fraction", 0.8)
                .with("rounds", 60L);
    }

    private LabState await(Predicate<LabState> condition) {
        return Waiting.until(conductor::state, condition);
    }

    private Timeline openTo(Experiment experiment, int round) {
        conductor.open(experiment);
        await(s -> s.timeline() != null && s.activity() == LabState.Activity.IDLE);
        conductor.computeTo(round);
        Timeline timeline = await(s -> reached(s, round)).timeline();
        assertThat(timeline).isNotNull();
        return timeline;
    }

    private static boolean reached(LabState state, int round) {
        return state.timeline() != null
                && state.timeline().lastRound() >= round
                && state.activity() == LabState.Activity.IDLE;
    }

    /// The steps of an experiment with all its changes, computed afresh.
    private static StepRecord fresh(Experiment experiment, int round) {
        RunSetup setup = new RunSetup(experiment, new SampleFiles());
        Simulation simulation = new Simulation(setup.segments().getFirst().plan());
        StepRecord step = simulation.initial();
        for (int r = 1; r <= round; r++) {
            Plan plan = setup.segmentAt(r).plan();
            if (plan != simulation.plan()) {
                simulation.change(plan);
            }
            step = simulation.next();
        }
        return step;
    }

    @Test
    void openingEvaluatesTheInitialModelAndComputesNothingMore() {
        Timeline timeline = openTo(penguins(), 0);
        assertThat(timeline.lastRound()).isZero();
        assertThat(timeline.step(0).metrics()[0])
                .isCloseTo(Math.log(3), org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void roundsAreComputedAsFarAsAskedAndEqualAFreshRun() {
        Timeline timeline = openTo(penguins(), 30);
        assertThat(timeline.lastRound()).isEqualTo(30);
        assertThat(Bits.of(timeline.step(30))).isEqualTo(Bits.of(fresh(penguins(), 30)));
    }

    @Test
    void computeAllStopsAtTheLastRound() {
        openTo(penguins(), 0);
        conductor.computeAll();
        assertThat(await(s -> reached(s, 60)).timeline().lastRound()).isEqualTo(60);
    }

    @Test
    void aChangeTakesEffectAtTheNextRoundAndEqualsTheExperimentWithThatChange() {
        openTo(penguins(), 30);
        conductor.change(20, 20, Map.of("training.learningRate", 0.5));
        await(s -> s.timeline() != null && !s.timeline().marks().isEmpty());
        conductor.computeTo(40);
        Timeline branch = await(s -> reached(s, 40)).timeline();
        Experiment changed =
                penguins()
                        .withChanges(List.of(new Change(20, Map.of("training.learningRate", 0.5))));
        assertThat(branch.info().experiment().changes()).isEqualTo(changed.changes());
        for (int round : new int[] {1, 20, 21, 40}) {
            assertThat(Bits.of(branch.step(round))).isEqualTo(Bits.of(fresh(changed, round)));
        }
        assertThat(branch.ghost()).isNull();
    }

    @Test
    void roundsThatHadBeenSeenStayAsAGhost() {
        openTo(penguins(), 30);
        conductor.change(10, 25, Map.of("partition.alpha", 5.0));
        Timeline branch =
                await(s -> s.timeline() != null && s.timeline().ghost() != null).timeline();
        Timeline.Ghost ghost = branch.ghost();
        assertThat(ghost.fromRound()).isEqualTo(10);
        assertThat(ghost.lastRound()).isEqualTo(25);
        assertThat(Bits.of(ghost.timeline().step(25))).isEqualTo(Bits.of(fresh(penguins(), 25)));
        assertThat(branch.info().segments()).hasSize(2);
        assertThat(branch.info().segments().get(1).fromRound()).isEqualTo(11);
    }

    @Test
    void aSettingThatNeedsARestartIsRefusedAndTheRunStays() {
        openTo(penguins(), 10);
        conductor.change(5, 10, Map.of("partition.clients", 7L));
        LabState state = await(s -> s.problem() != null);
        assertThat(state.problem()).hasMessageContaining("partition.clients");
        assertThat(state.timeline().lastRound()).isEqualTo(10);
    }

    @Test
    void aRefusedChangeDoesNotStopTheRun() {
        openTo(penguins().with("rounds", 400L), 10);
        conductor.computeAll();
        conductor.change(5, 10, Map.of("partition.clients", 7L));
        await(s -> s.problem() != null);
        Timeline whole = await(s -> reached(s, 400)).timeline();
        assertThat(Bits.of(whole.step(400)))
                .isEqualTo(Bits.of(fresh(penguins().with("rounds", 400L), 400)));
    }

    @Test
    void moreRoundsAlterTheExperimentItself() {
        openTo(penguins(), 10);
        conductor.change(5, 5, Map.of("rounds", 80L));
        await(s -> s.timeline() != null && s.timeline().info().experiment().rounds() == 80);
        conductor.computeAll();
        Timeline longer = await(s -> reached(s, 80)).timeline();
        assertThat(longer.info().experiment().changes()).isEmpty();
        assertThat(Bits.of(longer.step(80)))
                .isEqualTo(Bits.of(fresh(penguins().with("rounds", 80L), 80)));
    }

    @Test
    void aTraceShowsExactlyTheLocalStepsOfTheRound() throws Exception {
        Timeline timeline = openTo(penguins(), 12);
        LocalTrace trace = conductor.trace(timeline, 9, 3).get(20, TimeUnit.SECONDS);
        ClientReports reports = timeline.step(9).reports();
        double[] before = conductor.parameters(timeline, 8).get(20, TimeUnit.SECONDS);
        double[] after = conductor.parameters(timeline, 9).get(20, TimeUnit.SECONDS);
        assertThat(trace.client()).isEqualTo(reports.client());
        assertThat(trace.globalBefore()).isEqualTo(before[3]);
        assertThat(trace.globalAfter()).isEqualTo(after[3]);
        double mean = 0;
        for (int slot = 0; slot < reports.size(); slot++) {
            assertThat(trace.loss()[slot]).hasSize(reports.steps()[slot]);
            double[] walk = trace.value()[slot];
            assertThat(walk[0]).isEqualTo(before[3]);
            mean += reports.weight()[slot] * walk[walk.length - 1];
        }
        assertThat(mean).isCloseTo(after[3], org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void detailsOfARunThatWasReplacedAreCancelledAndNeverThoseOfAnother() {
        Timeline before = openTo(penguins(), 3);
        Timeline after = openTo(penguins().with("seed", 5L), 3);
        assertThat(conductor.trace(before, 1, 0)).isCancelled();
        assertThat(conductor.explain(before, 1, 0)).isCancelled();
        assertThat(conductor.parameters(before, 1)).isCancelled();
        assertThat(conductor.ask(before, run -> 1)).isCancelled();
        assertThat(conductor.ask(after, run -> 1).join()).isEqualTo(1);
    }

    @Test
    void parametersOfAnyRoundAreExact() throws Exception {
        Timeline timeline = openTo(penguins(), 50);
        for (int round : new int[] {0, 1, 17, 50}) {
            double[] asked = conductor.parameters(timeline, round).get(20, TimeUnit.SECONDS);
            Simulation simulation =
                    new Simulation(
                            new RunSetup(penguins(), new SampleFiles())
                                    .segments()
                                    .getFirst()
                                    .plan());
            for (int r = 1; r <= round; r++) {
                simulation.next();
            }
            assertThat(asked).isEqualTo(simulation.parameters());
        }
    }

    @Test
    void aDivergingRunStopsWithTheReasonAndKeepsWhatWasComputed() {
        Experiment wild =
                penguins()
                        .with("data.kind", "auto_mpg")
                        .with("model.kind", "linear")
                        .with("training.learningRate", 50.0);
        conductor.open(wild);
        await(s -> s.timeline() != null && s.activity() == LabState.Activity.IDLE);
        conductor.computeAll();
        LabState state = await(s -> s.end() != null);
        assertThat(state.timeline().lastRound()).isEqualTo(state.end().round());
        assertThat(state.timeline().lastRound()).isLessThan(60);
    }

    @Test
    void dataThatCannotBeReadIsAProblemNotACrash() {
        conductor.open(
                Experiment.defaults().with("data.kind", "csv").with("data.file", "no-such.csv"));
        assertThat(await(s -> s.problem() != null).problem()).hasMessageContaining("no-such.csv");
    }

    @Test
    void referencesArriveOnTheirOwnAfterTheFirstRounds() {
        openTo(penguins(), 1);
        Timeline timeline =
                await(s -> s.timeline() != null && s.timeline().references() != null).timeline();
        assertThat(timeline.references().centralised())
                .hasDimensions(61, timeline.info().metrics().size());
        assertThat(timeline.references().localOnlyRounds())
                .containsExactly(0, 1, 2, 5, 10, 20, 50, 60);
    }

    @Test
    void openingAnotherRunWhileOneIsComputingReplacesIt() {
        openTo(penguins().with("rounds", 100_000L), 1);
        conductor.computeAll();
        conductor.open(penguins().with("title", "second"));
        LabState state =
                await(
                        s ->
                                s.timeline() != null
                                        && s.timeline().info().experiment().title().equals("second")
                                        && s.activity() == LabState.Activity.IDLE);
        assertThat(state.timeline().lastRound()).isZero();
    }
}
