package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;

import org.fedarium.chart.ChartKind;
import org.fedarium.chart.Series;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenario;
import org.fedarium.experiment.Scenarios;
import org.fedarium.export.ChartExport;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;

/// A whole lesson at the window, with mouse and keyboard, from choosing a scenario to saving
/// charts. At every stop the stage, the curves and the files hold what the engine computes alone.
final class LessonTest {
    private static final Experiment DIGITS = Scenarios.all().getFirst().experiment();

    private OpenLab lab;
    private int pictures;

    private void picture(String name) throws IOException {
        if (FxToolkit.call(() -> lab.model.motion().get()) == Motion.PAUSED) {
            lab.awaitTraces();
        }
        lab.robot.snapshot("lesson-%02d-%s".formatted(++pictures, name));
    }

    private Timeline timeline() {
        return FxToolkit.call(() -> lab.model.timeline());
    }

    private Playhead playhead() {
        return FxToolkit.call(() -> lab.model.playhead().get());
    }

    private Experiment edited() {
        return FxToolkit.call(() -> lab.model.edited().get());
    }

    private ChartExport chart(ChartKind kind) {
        return FxToolkit.call(
                () ->
                        lab.window.view().plots().exports().charts().stream()
                                .filter(c -> c.id().equals(kind.id()))
                                .findFirst()
                                .orElseThrow());
    }

    /// Does something that starts another run, and waits for it.
    private void anotherRun(String what, Runnable act) {
        long before = timeline().runId();
        act.run();
        FxToolkit.await(
                what,
                () ->
                        lab.model.timeline().runId() != before
                                && lab.model.timeline().lastRound() >= 2);
    }

    /// Waits for the next frames, then compares everything on show with the engine.
    private void check(EngineTruth truth) {
        Playhead at = playhead();
        FxToolkit.await(
                "the stage follows",
                () -> {
                    StageView view = lab.window.view().stage().shown();
                    return view != null
                            && view.playhead().equals(at)
                            && view.timeline() == lab.model.timeline();
                });
        truth.checkStage(FxToolkit.call(() -> lab.window.view().stage().shown()));
        lab.robot.settle();
        RunInfo info = timeline().info();
        int last = at.shownRound();
        truth.checkCurves(chart(ChartKind.LOSS), info, info.mainLoss().id(), last);
        truth.checkCurves(chart(ChartKind.METRIC), info, info.mainMetric().id(), last);
    }

    private void speed(double speed) {
        FxToolkit.run(() -> lab.model.speed().set(speed));
    }

    @Test
    void aLesson(@TempDir Path folder) throws Exception {
        try (OpenLab opened = OpenLab.of(DIGITS)) {
            lab = opened;
            picture("opening");
            check(new EngineTruth(DIGITS, 0));
            islands();
            Experiment settings = settings();
            playAndStep(settings);
            Experiment changed = changeWhilePlaying(settings);
            export(changed, folder);
            resetAndNewSeed(changed);
        }
    }

    private void islands() throws IOException {
        Scenario islands = Scenarios.find("three-islands").orElseThrow();
        anotherRun(
                "three islands",
                () -> lab.robot.choose("scenario-picker", "scenario-three-islands"));
        picture("three-islands");
        lab.robot.click("step-round");
        FxToolkit.await("a round", () -> lab.model.playhead().get().equals(Playhead.endOf(1)));
        picture("three-islands-round-1");
        check(new EngineTruth(islands.experiment(), 3));
        anotherRun(
                "digits again",
                () -> lab.robot.choose("scenario-picker", "scenario-" + digits().id()));
        assertThat(edited()).isEqualTo(DIGITS);
        picture("digits");
    }

    private static Scenario digits() {
        return Scenarios.all().getFirst();
    }

    /// Clients, learning rate and skew, each typed once and dragged once.
    private Experiment settings() throws IOException {
        anotherRun("12 clients", () -> lab.robot.enter("setting-partition-clients-field", "12"));
        check(new EngineTruth(DIGITS.with("partition.clients", 12L), 0));
        picture("clients-typed");
        drag("setting-partition-clients-slider", "partition.clients", 0.45);
        picture("clients-dragged");
        anotherRun("12 clients", () -> lab.robot.enter("setting-partition-clients-field", "12"));
        drag("setting-training-learningRate-slider", "training.learningRate", 0.6);
        picture("rate-dragged");
        lab.robot.enter("setting-training-learningRate-field", "0.05");
        assertThat(edited().get("training.learningRate")).isEqualTo(0.05);
        drag("setting-partition-alpha-slider", "partition.alpha", 0.75);
        picture("skew-dragged");
        double dragged = (Double) edited().get("partition.alpha");
        Experiment withDragged =
                DIGITS.with("partition.clients", 12L)
                        .with("training.learningRate", 0.05)
                        .with("partition.alpha", dragged);
        FxToolkit.await(
                "the dragged settings run",
                () -> lab.model.timeline().info().experiment().equals(withDragged));
        check(new EngineTruth(withDragged, 0));
        anotherRun("skew 0.5", () -> lab.robot.enter("setting-partition-alpha-field", "0.5"));
        picture("skew-typed");
        Experiment settings = withDragged.with("partition.alpha", 0.5);
        assertThat(timeline().info().experiment()).isEqualTo(settings);
        return settings;
    }

    private void drag(String slider, String path, double to) {
        Object before = edited().get(path);
        lab.robot.slide(slider, to);
        double shown = FxToolkit.call(lab.robot.find(slider, Slider.class)::getValue);
        assertThat(shown).isBetween(to - 0.1, to + 0.1);
        assertThat(edited().get(path)).isNotEqualTo(before);
    }

    private void playAndStep(Experiment settings) throws IOException {
        EngineTruth truth = new EngineTruth(settings, 20);
        speed(8);
        lab.robot.click("play");
        FxToolkit.await("it plays", () -> lab.model.playhead().get().round() >= 3);
        picture("playing");
        lab.robot.click("play");
        assertThat(FxToolkit.call(() -> lab.model.motion().get())).isEqualTo(Motion.PAUSED);
        picture("paused");
        check(truth);
        speed(16);
        lab.robot.click("step-round");
        FxToolkit.await("a round", () -> lab.model.motion().get() == Motion.PAUSED);
        int round = playhead().round();
        assertThat(playhead()).isEqualTo(Playhead.endOf(round));
        picture("round-stepped");
        check(truth);
        for (Phase phase : Phase.values()) {
            lab.robot.click("step-phase");
            Playhead expected = new Playhead(round + 1, phase, 1);
            FxToolkit.await("" + phase, () -> lab.model.playhead().get().equals(expected));
            picture("phase-" + phase.name().toLowerCase(java.util.Locale.ROOT));
            check(truth);
        }
        lab.robot.click("step-back");
        assertThat(playhead()).isEqualTo(new Playhead(round + 1, Phase.AGGREGATE, 1));
        picture("stepped-back");
        check(truth);
        lab.goTo(20);
        lab.robot.drag("scrubber", 0.2, 0.08);
        assertThat(playhead().round()).isBetween(4, 12);
        picture("scrubbed");
        check(truth);
        FxToolkit.run(() -> lab.model.movement().scrub(12));
    }

    /// A new learning rate after round 12 of 20 seen: a mark, and the rest of the old run as ghost.
    private Experiment changeWhilePlaying(Experiment settings) throws IOException {
        speed(0.25);
        lab.robot.click("play");
        lab.robot.enter("setting-training-learningRate-field", "0.2");
        FxToolkit.await("the mark", () -> !lab.model.timeline().marks().isEmpty());
        int after = timeline().marks().getFirst().afterRound();
        assertThat(after).isEqualTo(13);
        lab.robot.click("play");
        picture("changed");
        lab.goTo(18);
        lab.awaitTraces();
        picture("changed-and-played-on");
        Experiment changed = settings.changedAfter(after, Map.of("training.learningRate", 0.2));
        Timeline.Ghost ghost = timeline().ghost();
        assertThat(ghost).isNotNull();
        assertThat(ghost.fromRound()).isEqualTo(after);
        assertThat(ghost.lastRound()).isGreaterThanOrEqualTo(20);
        ChartExport loss = chart(ChartKind.LOSS);
        assertThat(loss.data().marks()).hasSize(1);
        assertThat(loss.data().series()).anyMatch(s -> s.role() == Series.Role.GHOST);
        check(new EngineTruth(changed, 18));
        return changed;
    }

    private void export(Experiment experiment, Path folder) throws IOException {
        FxToolkit.await("references", () -> lab.model.timeline().references() != null);
        EngineTruth truth = new EngineTruth(experiment, 18);
        RunInfo info = timeline().info();
        lab.robot.rightClick("plot-loss");
        lab.robot.click("loss-export");
        picture("export-menu");
        Path png = save("loss-png-2", folder.resolve("loss.png"));
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(2 * ChartExport.WIDTH);
        assertThat(image.getHeight()).isEqualTo(2 * ChartExport.HEIGHT);
        assertThat(colours(image)).hasSizeGreaterThan(100);
        lab.robot.rightClick("plot-loss");
        lab.robot.click("loss-export");
        Path csv = save("loss-csv", folder.resolve("loss.csv"));
        truth.checkTable(csv, info, info.mainLoss().id(), 18);
        lab.robot.rightClick("plot-metric");
        lab.robot.click("metric-export");
        csv = save("metric-csv", folder.resolve("metric.csv"));
        truth.checkTable(csv, info, info.mainMetric().id(), 18);
        lab.robot.press(KeyCode.CONTROL, KeyCode.E);
        lab.robot.click("export-parameters");
        picture("export-button");
        csv = save("parameters-csv", folder.resolve("paths.csv"));
        truth.checkPaths(csv, FxToolkit.call(() -> lab.model.parameter().get()));
    }

    private Path save(String item, Path target) {
        lab.nextFile = Optional.of(target);
        lab.robot.click(item);
        FxToolkit.await(target + " is there", () -> Files.exists(target));
        FxToolkit.await("it is said", () -> lab.robot.exists("notice-text"));
        return target;
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> all = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                all.add(image.getRGB(x, y));
            }
        }
        return all;
    }

    /// The same numbers after a reset, changes included; others with another seed.
    private void resetAndNewSeed(Experiment experiment) throws IOException {
        EngineTruth truth = new EngineTruth(experiment, 18);
        anotherRun("reset", () -> lab.robot.click("reset"));
        assertThat(playhead()).isEqualTo(Playhead.START);
        picture("reset");
        lab.goTo(18);
        picture("reset-and-played");
        check(truth);
        anotherRun("new seed", () -> lab.robot.click("new-seed"));
        lab.goTo(5);
        picture("new-seed");
        check(new EngineTruth(experiment.withSeed(DIGITS.seed() + 1), 5));
        RunInfo info = timeline().info();
        double other = FxToolkit.call(() -> lab.model.timeline().metric(5, 0));
        assertThat(other).isNotEqualTo(truth.metric(5, info, info.metrics().getFirst().id()));
    }
}
