package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.experiment.Incoming;
import org.fedarium.experiment.Scenarios;
import org.fedarium.lab.LabConductor;
import org.fedarium.lab.SkewPreviewer;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Theme;
import org.fedarium.scene.StageView;
import org.fedarium.support.SampleFiles;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.SystemFileDialogs;
import org.fedarium.ui.support.WindowState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What a person sees first: the window in its final arrangement, without plots; nothing is
/// computed for it beyond the first model.
final class FirstFrameTest {
    private final LabConductor conductor = new LabConductor(new SampleFiles(), 1);
    private final SkewPreviewer previewer = new SkewPreviewer(new SampleFiles());

    /// What there is then; no stage while the run is being built.
    private record Seen(boolean complete, int lastRound, @Nullable StageView stage) {}

    /// Shows the window and looks when its first frame has been laid out.
    private Seen open(LabWindow window) throws Exception {
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        FxToolkit.run(
                () -> {
                    window.scene().addPostLayoutPulseListener(() -> seen.complete(look(window)));
                    window.show();
                });
        return seen.get(30, TimeUnit.SECONDS);
    }

    private static Seen look(LabWindow window) {
        Timeline timeline = window.model().timeline();
        return new Seen(
                window.isComplete(),
                timeline == null ? 0 : timeline.lastRound(),
                window.view().stage().shown());
    }

    private LabWindow window(Stage stage, double width, double height) {
        WindowState state =
                new WindowState(width, height, false, Theme.LIGHT, Locale.ENGLISH, Level.BASIC);
        LabServices services =
                new LabServices(
                        conductor,
                        previewer::preview,
                        new Incoming(new SampleFiles()),
                        new SystemFileDialogs(stage));
        return new LabWindow(stage, services, Scenarios.all().getFirst().experiment(), state);
    }

    @ParameterizedTest
    @CsvSource({"1024, 700", "1440, 900"})
    void itHasTheFinalArrangementAndNoRoundIsComputedForIt(double width, double height)
            throws Exception {
        LabWindow window = FxToolkit.call(() -> window(new Stage(), width, height));
        try {
            FxToolkit.await("the run is built", () -> conductor.state().timeline() != null);
            Seen first = open(window);
            assertThat(first.complete()).isFalse();
            assertThat(first.lastRound()).isZero();
            FxToolkit.await("the rest", window::isComplete);
            FxToolkit.await("rounds", () -> window.model().timeline().lastRound() >= 2);
            FxToolkit.await("the stage is current", window::isCurrent);
            StageView last = FxToolkit.call(() -> window.view().stage().shown());
            assertThat(first.stage()).isNotNull();
            assertThat(first.stage().width()).isEqualTo(last.width());
            assertThat(first.stage().height()).isEqualTo(last.height());
        } finally {
            FxToolkit.run(window::close);
            previewer.close();
        }
    }
}
