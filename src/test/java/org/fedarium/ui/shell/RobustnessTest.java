package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.lab.LabState.EarlyEnd;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Theme;
import org.fedarium.support.Waiting;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Extreme settings and rough handling: the window stays usable, says what is wrong, and ends.
final class RobustnessTest {
    private static final Experiment DIGITS = Scenarios.all().getFirst().experiment();
    private static final Set<String> ENGINE_THREADS = Set.of("rounds", "details", "preview");

    private static void assertNoProblem(OpenLab lab) {
        assertThat(FxToolkit.call(() -> lab.model.state().get().problem())).isNull();
        assertThat(FxToolkit.call(() -> lab.window.scene().lookup("#copy-details"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 12, 60, 300, 1000})
    void anyNumberOfClientsIsShown(int clients) throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS.with("partition.clients", (long) clients))) {
            lab.goTo(2.62);
            lab.awaitTraces();
            assertNoProblem(lab);
            assertThat(FxToolkit.call(() -> lab.window.view().stage().shown().clients()))
                    .isEqualTo(clients);
            lab.picture("clients-" + clients);
        }
    }

    @Test
    void clientsWithoutExamplesAreShown() throws IOException {
        Experiment few =
                DIGITS.with("data.kind", "iris")
                        .with("partition.clients", 60L)
                        .with("partition.minimum", 0L)
                        .with("partition.alpha", 0.05)
                        .with("participation.fraction", 1.0);
        try (OpenLab lab = OpenLab.of(few)) {
            lab.goTo(3);
            lab.goTo(3.6);
            assertNoProblem(lab);
            int[] examples =
                    FxToolkit.call(() -> lab.model.timeline().info().segmentAt(1).examples());
            assertThat(examples).contains(0);
            lab.picture("clients-empty");
        }
    }

    @Test
    void aLearningRateOf100StopsWithAReasonAndAWayOut() throws IOException {
        Experiment line = Scenarios.find("regional-data-centres").orElseThrow().experiment();
        try (OpenLab lab = OpenLab.of(line)) {
            long run = FxToolkit.call(() -> lab.model.timeline().runId());
            lab.robot.enter("setting-training-learningRate-field", "100");
            FxToolkit.await("it is built", () -> lab.model.timeline().runId() != run);
            FxToolkit.run(() -> lab.model.speed().set(16));
            lab.robot.click("play");
            FxToolkit.await("the notice", () -> lab.window.scene().lookup("#lower-rate") != null);
            assertThat(FxToolkit.call(() -> lab.model.motion().get())).isEqualTo(Motion.PAUSED);
            Label text = lab.robot.find("notice-text", Label.class);
            assertThat(FxToolkit.call(text::getText)).contains("100").contains("kept");
            EarlyEnd reached = FxToolkit.call(() -> lab.model.state().get().end());
            assertThat(FxToolkit.call(() -> lab.model.timeline().lastRound()))
                    .isEqualTo(reached.round());
            lab.picture("rate-100");
            FxToolkit.run(() -> lab.model.movement().scrub(0));
            assertThat(FxToolkit.call(() -> lab.model.timeline().metric(0, 0))).isFinite();
        }
    }

    @Test
    void oneRoundAndNoTestDataAreEnough() throws IOException {
        Experiment least = DIGITS.with("rounds", 1L).with("data.testFraction", 0.0);
        try (OpenLab lab = OpenLab.of(least)) {
            lab.robot.click("step-round");
            FxToolkit.await("over", () -> lab.model.playhead().get().equals(Playhead.endOf(1)));
            lab.robot.click("play");
            FxToolkit.await("again", () -> lab.model.playhead().get().equals(Playhead.endOf(1)));
            assertNoProblem(lab);
            assertThat(FxToolkit.call(() -> lab.model.timeline().info().mainLoss().id()))
                    .isEqualTo("trainLoss");
            lab.picture("one-round");
        }
    }

    @Test
    void scenariosMayBeOpenedWhileOthersCompute() {
        try (OpenLab lab = OpenLab.of(DIGITS.with("rounds", 100_000L))) {
            FxToolkit.run(
                    () -> {
                        lab.model.speed().set(Double.POSITIVE_INFINITY);
                        lab.model.movement().play();
                    });
            for (int i = 0; i < 20; i++) {
                var scenario = Scenarios.all().get(i % Scenarios.all().size());
                FxToolkit.run(() -> lab.model.open(scenario.experiment()));
            }
            Experiment last = Scenarios.all().get(19 % Scenarios.all().size()).experiment();
            FxToolkit.await(
                    "the last one is there",
                    () -> lab.model.timeline().info().experiment().equals(last));
            assertNoProblem(lab);
        }
    }

    @Test
    void languageAndThemeMayChangeWhilePlaying() throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            FxToolkit.run(() -> lab.model.speed().set(2));
            lab.robot.click("play");
            for (int i = 0; i < 3; i++) {
                lab.robot.click("language-zh");
                lab.robot.click("theme");
                lab.robot.click(i == 1 ? "theme-light" : "theme-dark");
                lab.robot.click("language-en");
            }
            double before = FxToolkit.call(() -> lab.model.playhead().get().position());
            FxToolkit.await("on", () -> lab.model.playhead().get().position() > before + 0.2);
            assertThat(FxToolkit.call(() -> lab.model.preferences().theme().get()))
                    .isSameAs(Theme.DARK);
            assertNoProblem(lab);
            Label narration = lab.robot.find("narration", Label.class);
            assertThat(FxToolkit.call(narration::getText)).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"1024, 700", "1279, 799", "1280, 800", "1600, 900"})
    void anySizeHasRoomForTheStage(int width, int height) throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3.4);
            FxToolkit.run(
                    () -> {
                        lab.window.scene().getWindow().setWidth(width);
                        lab.window.scene().getWindow().setHeight(height);
                    });
            FxToolkit.await("resized", () -> lab.window.scene().getWidth() == width);
            FxToolkit.await(
                    "the stage follows",
                    () -> {
                        var stage = lab.window.scene().lookup("#stage").getLayoutBounds();
                        var view = lab.window.view().stage().shown();
                        return view.width() == stage.getWidth()
                                && view.height() == stage.getHeight();
                    });
            var stage = lab.robot.find("stage", javafx.scene.layout.Pane.class);
            assertThat(FxToolkit.call(stage::getWidth)).isGreaterThan(500);
            assertThat(FxToolkit.call(stage::getHeight)).isGreaterThan(400);
            lab.awaitTraces();
            lab.picture("size-" + width + "x" + height);
        }
    }

    @Test
    void theNarrationKeepsItsHeightThroughAllPhases() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(2);
            Label narration = lab.robot.find("narration", Label.class);
            List<Double> heights = new ArrayList<>();
            List<String> sentences = new ArrayList<>();
            for (double at : new double[] {1.05, 1.15, 1.4, 1.75, 1.9, 2}) {
                FxToolkit.run(() -> lab.model.movement().scrub(at));
                FxToolkit.await(
                        "it is painted",
                        () ->
                                lab.window
                                        .view()
                                        .stage()
                                        .shown()
                                        .playhead()
                                        .equals(lab.model.playhead().get()));
                lab.robot.settle();
                heights.add(FxToolkit.call(narration.getParent().getLayoutBounds()::getHeight));
                sentences.add(FxToolkit.call(narration::getText));
            }
            assertThat(heights).containsOnly(heights.getFirst());
            assertThat(sentences).doesNotHaveDuplicates().allMatch(s -> s.length() > 10);
        }
    }

    @Test
    void openingAndClosingLeavesNothingBehind() {
        openAndClose(5);
    }

    @Test
    @Tag("full")
    void openingAndClosingManyTimesLeavesNothingBehind() {
        openAndClose(100);
    }

    private static void openAndClose(int times) {
        Set<Thread> before = engineThreads();
        List<WeakReference<Object>> views = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            OpenLab lab = OpenLab.of(DIGITS);
            FxToolkit.run(() -> lab.model.movement().play());
            views.add(new WeakReference<>(lab.window.view()));
            views.add(new WeakReference<>(lab.model));
            lab.close();
        }
        Waiting.until(
                () -> {
                    Set<Thread> now = engineThreads();
                    now.removeAll(before);
                    return now;
                },
                Set::isEmpty);
        // The toolkit itself holds on to the last window that had the focus.
        try (OpenLab last = OpenLab.of(DIGITS)) {
            last.robot.settle();
            Waiting.until(
                    () -> {
                        System.gc();
                        last.robot.settle();
                        return views.stream().filter(v -> v.get() != null).count();
                    },
                    held -> held == 0);
        }
    }

    private static Set<Thread> engineThreads() {
        Set<Thread> found = new java.util.HashSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (ENGINE_THREADS.contains(thread.getName())
                    || thread.getName().startsWith("engine-")) {
                found.add(thread);
            }
        }
        return found;
    }
}
