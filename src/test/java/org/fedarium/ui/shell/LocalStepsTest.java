package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/// Going forwards and back by local steps, and slow motion.
final class LocalStepsTest {
    private static Experiment penguins(String coordination) {
        return Experiment.defaults()
                .with("rounds", 20L)
                .with("data.kind", "penguins")
                .with("partition.clients", 4L)
                .with("coordination.kind", coordination)
                .with("evaluation.references", false);
    }

    private static StageView settled(OpenLab lab) {
        FxToolkit.await("standing", () -> lab.model.motion().get() == Motion.PAUSED);
        FxToolkit.await("painted", lab.window::isCurrent);
        FxToolkit.await("local steps", lab.window::hasLocalSteps);
        FxToolkit.await(
                "painted with them",
                () ->
                        lab.window.isCurrent()
                                && (lab.model.playhead().get().round() == 0
                                        || lab.window.view().stage().shown().trace() != null));
        return FxToolkit.call(() -> lab.window.view().stage().shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedbuff", "gossip"})
    @Tag("full")
    void inOtherRhythmsToo(String coordination) {
        soManyStepsOnAndBackReturnToTheSamePictures(coordination);
    }

    @ParameterizedTest
    @ValueSource(strings = "rounds")
    void soManyStepsOnAndBackReturnToTheSamePictures(String coordination) {
        try (OpenLab lab = OpenLab.of(penguins(coordination))) {
            lab.goTo(3);
            int most = lab.model.timeline().step(4).reports().mostSteps();
            assertThat(most).isGreaterThan(1);
            List<Playhead> places = new ArrayList<>();
            List<String> pictures = new ArrayList<>();
            int presses = most + 8;
            for (int i = 0; i <= presses; i++) {
                StageView shown = settled(lab);
                places.add(shown.playhead());
                pictures.add(FreshRun.painted(shown));
                if (i < presses) {
                    lab.robot.press(KeyCode.PERIOD);
                }
            }
            List<Playhead> training =
                    places.stream()
                            .filter(p -> p.round() == 4 && p.phase() == Phase.TRAIN)
                            .toList();
            assertThat(training).hasSize(most);
            for (int k = 1; k <= most; k++) {
                assertThat(training.get(k - 1).fraction()).isEqualTo((double) k / most);
            }
            for (int i = presses - 1; i >= 0; i--) {
                lab.robot.press(KeyCode.COMMA);
                StageView shown = settled(lab);
                assertThat(shown.playhead()).isEqualTo(places.get(i));
                assertThat(FreshRun.painted(shown)).isEqualTo(pictures.get(i));
            }
        }
    }

    @Test
    void slowMotionShowsWholeLocalStepsAndTheirNumbers() {
        try (OpenLab lab = OpenLab.of(penguins("rounds"))) {
            lab.goTo(2);
            int most = lab.model.timeline().step(3).reports().mostSteps();
            List<Double> seen = new ArrayList<>();
            FxToolkit.run(
                    () -> {
                        lab.model.movement().scrub(2.3);
                        lab.model.speed().set(0.25);
                        lab.model
                                .playhead()
                                .addListener(
                                        (o, before, now) -> {
                                            if (now.phase() == Phase.TRAIN) {
                                                seen.add(now.fraction());
                                            }
                                        });
                        lab.model.movement().play();
                    });
            FxToolkit.await("some steps", () -> seen.stream().distinct().count() >= 3);
            FxToolkit.run(lab.model.movement()::pause);
            for (double fraction : seen) {
                double done = fraction * most;
                assertThat(done).isEqualTo(Math.rint(done));
            }
            StageView shown = settled(lab);
            long done = Math.round(shown.playhead().fraction() * most);
            assertThat(FreshRun.painted(shown)).contains("step " + done + " of " + most);
        }
    }
}
