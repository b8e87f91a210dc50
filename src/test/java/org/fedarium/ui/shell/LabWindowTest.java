package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.ExperimentJson;
import org.fedarium.experiment.Scenario;
import org.fedarium.experiment.Scenarios;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.OpenLab;
import org.fedarium.ui.support.Robot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Uses the window as a person would, with the real engine behind it.
final class LabWindowTest {
    private static final Experiment DIGITS = Scenarios.all().getFirst().experiment();

    private static Playhead playhead(OpenLab lab) {
        return FxToolkit.call(() -> lab.model.playhead().get());
    }

    private static String text(Robot robot, String id) {
        Label label = robot.find(id, Label.class);
        return FxToolkit.call(label::getText);
    }

    @Test
    void playsPausesStepsAndScrubs() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.robot.click("play");
            FxToolkit.await("it moves", () -> lab.model.playhead().get().position() > 0.2);
            lab.robot.click("play");
            assertThat(FxToolkit.call(() -> lab.model.motion().get())).isEqualTo(Motion.PAUSED);

            FxToolkit.run(() -> lab.model.speed().set(16));
            lab.robot.click("step-round");
            FxToolkit.await(
                    "a round is over", () -> lab.model.playhead().get().equals(Playhead.endOf(1)));
            lab.robot.click("step-phase");
            Playhead selected = new Playhead(2, Phase.SELECT, 1);
            FxToolkit.await("a phase is over", () -> lab.model.playhead().get().equals(selected));
            lab.robot.click("step-back");
            assertThat(playhead(lab)).isEqualTo(Playhead.endOf(1));

            lab.goTo(20);
            lab.robot.drag("scrubber", 0.2, 0.1);
            assertThat(playhead(lab).round()).isBetween(7, 13);
            int round = playhead(lab).round();
            FxToolkit.await(
                    "the counter follows",
                    () -> text(lab.robot, "round-label").equals(String.valueOf(round)));
        }
    }

    @Test
    void keysDoWhatTheSheetSays() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(6);
            FxToolkit.run(() -> lab.model.speed().set(16));
            lab.robot.press(KeyCode.SHIFT, KeyCode.LEFT);
            assertThat(playhead(lab)).isEqualTo(Playhead.endOf(5));
            lab.robot.press(KeyCode.LEFT);
            assertThat(playhead(lab)).isEqualTo(new Playhead(5, Phase.AGGREGATE, 1));
            lab.robot.press(KeyCode.RIGHT);
            FxToolkit.await("phase", () -> lab.model.playhead().get().equals(Playhead.endOf(5)));
            lab.robot.press(KeyCode.PAGE_UP);
            assertThat(playhead(lab)).isEqualTo(Playhead.endOf(4));
            lab.robot.press(KeyCode.HOME);
            assertThat(playhead(lab)).isEqualTo(Playhead.START);
            lab.robot.press(KeyCode.SPACE);
            assertThat(FxToolkit.call(() -> lab.model.motion().get())).isEqualTo(Motion.PLAYING);
            lab.robot.press(KeyCode.SPACE);
            lab.robot.press(KeyCode.SHIFT, KeyCode.R);
            assertThat(FxToolkit.call(() -> lab.model.edited().get().seed()))
                    .isEqualTo(DIGITS.seed() + 1);
        }
    }

    @Test
    void badTextNeverReachesTheEngine() throws Exception {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.robot.enter("setting-partition-clients-field", "5000");
            assertThat(text(lab.robot, "setting-partition-clients-error")).contains("1000");
            assertThat(FxToolkit.call(() -> lab.model.edited().get())).isEqualTo(DIGITS);
            lab.robot.snapshot("lab-invalid");
            lab.robot.enter("setting-partition-clients-field", "7");
            FxToolkit.await("seven clients", () -> clients(lab.model) == 7);
            lab.robot.click("undo");
            FxToolkit.await("twenty again", () -> clients(lab.model) == 20);
        }
    }

    private static int clients(LabModel model) {
        return model.timeline() == null ? 0 : model.timeline().info().clients().size();
    }

    @Test
    void aChangeWhilePlayingCountsFromTheNextRound() throws Exception {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(10);
            lab.robot.enter("setting-training-learningRate-field", "0.2");
            FxToolkit.await("the mark", () -> !lab.model.timeline().marks().isEmpty());
            assertThat(lab.model.timeline().marks().getFirst().afterRound()).isEqualTo(10);
            lab.goTo(14);
            lab.robot.snapshot("lab-changed");

            lab.robot.enter("setting-partition-clients-field", "9");
            FxToolkit.await("restart is asked for", () -> lab.model.restartNeeded().get());
            assertThat(clients(lab.model)).isEqualTo(20);
            lab.robot.settle();
            lab.robot.snapshot("lab-restart-needed");
            lab.robot.click("restart");
            FxToolkit.await("nine clients", () -> clients(lab.model) == 9);
            assertThat(playhead(lab)).isEqualTo(Playhead.START);
        }
    }

    @Test
    void resetRepeatsTheSameNumbers() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(5);
            double before = FxToolkit.call(() -> lab.model.timeline().metric(5, 0));
            long run = FxToolkit.call(() -> lab.model.timeline().runId());
            lab.robot.click("reset");
            FxToolkit.await("another run", () -> lab.model.timeline().runId() != run);
            lab.goTo(5);
            assertThat(FxToolkit.call(() -> lab.model.timeline().metric(5, 0))).isEqualTo(before);
        }
    }

    @Test
    void languageAndThemeSwitchLiveAndKeepTheState() throws Exception {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(8);
            lab.robot.click("language-zh");
            assertThat(FxToolkit.call(() -> lab.robot.find("step-phase", Button.class).getText()))
                    .isEqualTo("\u9636\u6bb5");
            assertThat(playhead(lab)).isEqualTo(Playhead.endOf(8));
            lab.robot.click("theme");
            lab.robot.click("theme-dark");
            assertThat(FxToolkit.call(() -> lab.model.preferences().theme().get()))
                    .isSameAs(Theme.DARK);
            lab.robot.snapshot("lab-zh-dark");
            lab.robot.click("language-en");
            assertThat(FxToolkit.call(() -> lab.model.preferences().locale().get()))
                    .isEqualTo(Locale.ENGLISH);
        }
    }

    @Test
    @Tag("full")
    void everyScenarioOpensAndRuns() throws Exception {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            for (Scenario scenario : Scenarios.all()) {
                long run = FxToolkit.call(() -> lab.model.timeline().runId());
                FxToolkit.run(() -> choose(lab.robot, scenario));
                if (scenario != Scenarios.all().getFirst()) {
                    FxToolkit.await(
                            scenario.id(),
                            () ->
                                    lab.model.timeline().runId() != run
                                            && lab.model.state().get().problem() == null);
                }
                lab.goTo(Math.min(3, scenario.experiment().rounds()));
                lab.robot.snapshot("scenario-" + scenario.id());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(Robot robot, Scenario scenario) {
        robot.find("scenario-picker", ComboBox.class).setValue(scenario);
    }

    @Test
    void aRunThatLeavesTheNumbersSaysWhyAndOffersAWayOut() throws Exception {
        Scenario scenario = Scenarios.find("learning-rate-too-high").orElseThrow();
        try (OpenLab lab = OpenLab.of(scenario.experiment())) {
            FxToolkit.run(
                    () -> {
                        lab.model.speed().set(Double.POSITIVE_INFINITY);
                        lab.model.movement().play();
                    });
            FxToolkit.await("it diverges", () -> lab.model.state().get().end() != null);
            FxToolkit.await("it stops", () -> lab.model.motion().get() == Motion.PAUSED);
            FxToolkit.await("the notice", () -> lab.window.scene().lookup("#lower-rate") != null);
            lab.robot.snapshot("lab-diverged");
            double rate = rate(lab);
            lab.robot.click("lower-rate");
            assertThat(rate(lab)).isLessThan(rate);
        }
    }

    private static double rate(OpenLab lab) {
        return FxToolkit.call(() -> (Double) lab.model.edited().get().get("training.learningRate"));
    }

    @Test
    void experimentsAreSavedAndOpened(@TempDir Path folder) {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(4);
            lab.robot.enter("setting-training-learningRate-field", "0.05");
            FxToolkit.await("the mark", () -> !lab.model.timeline().marks().isEmpty());
            Path file = folder.resolve("mine.json");
            lab.nextFile = Optional.of(file);
            lab.robot.press(KeyCode.TAB);
            lab.robot.press(KeyCode.CONTROL, KeyCode.S);
            FxToolkit.await("the file", () -> Files.exists(file));
            Experiment saved = ExperimentJson.read(file);
            assertThat(saved.changes()).hasSize(1);
            assertThat(saved.get("training.learningRate"))
                    .isEqualTo(DIGITS.get("training.learningRate"));
            lab.robot.press(KeyCode.CONTROL, KeyCode.O);
            FxToolkit.await("it is open", () -> lab.model.playhead().get().round() == 0);
            lab.nextFile = Optional.of(folder.resolve("nothing.json"));
            lab.robot.press(KeyCode.CONTROL, KeyCode.O);
            FxToolkit.await("the notice", () -> lab.robot.exists("notice-text"));
        }
    }

    @Test
    void closingInTheMiddleOfARunIsClean() {
        OpenLab lab = OpenLab.of(DIGITS.with("rounds", 100_000));
        FxToolkit.run(() -> lab.model.movement().play());
        lab.close();
        lab.close();
        assertThat(FxToolkit.call(() -> lab.window.scene().getWindow().isShowing())).isFalse();
    }

    @Test
    void aFocusedFieldKeepsItsLetters() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            TextField field = lab.robot.find("setting-seed-field", TextField.class);
            FxToolkit.run(field::requestFocus);
            long run = FxToolkit.call(() -> lab.model.timeline().runId());
            lab.robot.press(KeyCode.R);
            assertThat(FxToolkit.call(() -> lab.model.timeline().runId())).isEqualTo(run);
            String typed = FxToolkit.call(field::getText);
            assertThat(typed).contains("r");
        }
    }
}
