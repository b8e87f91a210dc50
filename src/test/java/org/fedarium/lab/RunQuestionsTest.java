package org.fedarium.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.experiment.Experiment;
import org.fedarium.support.SampleFiles;
import org.fedarium.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunQuestionsTest {
    private final LabConductor conductor = new LabConductor(new SampleFiles(), 1);

    @AfterEach
    void close() {
        conductor.close();
    }

    private Timeline moons(int rounds) {
        conductor.open(
                Experiment.defaults()
                        .with("data.kind", "moons")
                        .with("partition.clients", 4L)
                        .with("rounds", 8L));
        Waiting.until(conductor::state, s -> s.timeline() != null);
        conductor.computeTo(rounds);
        return Waiting.until(
                        conductor::state,
                        s -> s.timeline() != null && s.timeline().lastRound() >= rounds)
                .timeline();
    }

    @Test
    void walksBeginAtTheReceivedModelAndEndAtTheTracedParameter() {
        Timeline timeline = moons(6);
        DriftFrame frame = conductor.ask(timeline, new DriftFrame.Of(5)).join();
        DriftMap map = conductor.ask(timeline, new DriftMap.Of(6, frame)).join();
        double[] received = frame.axes().project(conductor.parameters(timeline, 5).join());
        for (int i = 0; i < map.clients().length; i++) {
            int client = map.clients()[i];
            ShownWeights shown = conductor.ask(timeline, new ShownWeights.Of(6, client)).join();
            double[] end = frame.axes().project(shown.local());
            double[] walk = map.walks()[i];
            assertThat(walk[0]).isEqualTo(received[0]);
            assertThat(walk[walk.length - 2]).isEqualTo(end[0]);
            assertThat(walk[walk.length - 1]).isEqualTo(end[1]);
        }
        assertThat(map.clients()).isNotEmpty();
    }

    @Test
    void theFrameDoesNotDependOnWhatLiesBeyondItsRounds() {
        DriftFrame early = conductor.ask(moons(3), new DriftFrame.Of(3)).join();
        DriftFrame late = conductor.ask(moons(8), new DriftFrame.Of(3)).join();
        assertThat(late.box()).containsExactly(early.box());
        assertThat(late.axes().first()).containsExactly(early.axes().first());
    }

    @Test
    void regionsNameTheLikelierClassWithItsProbability() {
        Timeline timeline = moons(2);
        assertThat(DecisionRegions.fit(timeline.info())).isTrue();
        DecisionRegions regions =
                conductor.ask(timeline, new DecisionRegions.Of(0, java.util.List.of())).join();
        DecisionRegions.Map map = regions.maps().getFirst();
        // The softmax model starts at zero: both classes are equally likely everywhere.
        assertThat(map.chance()[0]).isCloseTo(0.5f, within(1e-6f));
        assertThat(map.classes()).hasSize(DecisionRegions.CELLS * DecisionRegions.CELLS);
        assertThat(regions.points().x()).hasSize(timeline.info().trainExamples());
    }
}
