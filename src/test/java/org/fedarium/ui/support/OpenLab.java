package org.fedarium.ui.support;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Incoming;
import org.fedarium.lab.LabConductor;
import org.fedarium.lab.Memory;
import org.fedarium.lab.SkewPreviewer;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.support.SampleFiles;
import org.fedarium.support.Waiting;
import org.fedarium.ui.shell.LabServices;
import org.fedarium.ui.shell.LabWindow;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// An open Lab window with the real engine, for tests. File dialogs answer with what the test put
/// there.
public final class OpenLab implements AutoCloseable {
    public final LabWindow window;
    public final Robot robot;
    public final LabModel model;
    public final LabConductor conductor;
    public Optional<Path> nextFile = Optional.empty();
    private final SkewPreviewer previewer = new SkewPreviewer(new SampleFiles());

    private OpenLab(
            Experiment experiment,
            WindowState remembered,
            Function<Locale, Texts> languages,
            Memory memory) {
        conductor = new LabConductor(new SampleFiles(), 1, memory);
        FileDialogs dialogs =
                new FileDialogs() {
                    @Override
                    public Optional<Path> open(String title, List<Kind> kinds) {
                        return nextFile;
                    }

                    @Override
                    public Optional<Path> save(String title, String name, List<Kind> kinds) {
                        return nextFile;
                    }
                };
        window =
                FxToolkit.call(
                        () -> {
                            LabServices services =
                                    new LabServices(
                                            conductor,
                                            previewer::preview,
                                            new Incoming(new SampleFiles()),
                                            dialogs);
                            Stage stage = new Stage();
                            // Menus of a window that begins beside the screen end up beside it.
                            stage.setX(0);
                            stage.setY(0);
                            LabWindow opened =
                                    new LabWindow(
                                            stage, services, experiment, remembered, languages);
                            opened.show();
                            return opened;
                        });
        model = window.model();
        robot = new Robot(window.scene());
        FxToolkit.await("the window is complete", window::isComplete);
        FxToolkit.await("the run is built", () -> model.timeline() != null);
        FxToolkit.await(
                "rounds ahead",
                () ->
                        model.timeline().lastRound() >= Math.min(2, model.rounds())
                                || model.earlyEnd() != null);
    }

    public static OpenLab of(
            Experiment experiment, double width, double height, Theme theme, Locale locale) {
        WindowState state = state(width, height, theme, locale);
        return new OpenLab(experiment, state, Texts::new, Memory.usual());
    }

    private static WindowState state(double width, double height, Theme theme, Locale locale) {
        return new WindowState(width, height, false, theme, locale, Level.BASIC);
    }

    /// With what another window has left.
    public static OpenLab of(Experiment experiment, WindowState remembered) {
        return new OpenLab(experiment, remembered, Texts::new, Memory.usual());
    }

    /// In English, with texts that have passed through a function.
    public static OpenLab of(
            Experiment experiment, double width, double height, Function<Locale, Texts> languages) {
        WindowState state = state(width, height, Theme.LIGHT, Locale.ENGLISH);
        return new OpenLab(experiment, state, languages, Memory.usual());
    }

    public static OpenLab of(Experiment experiment) {
        return of(experiment, 1440, 900, Theme.LIGHT, Locale.ENGLISH);
    }

    public static OpenLab of(Experiment experiment, Memory memory) {
        WindowState state = state(1440, 900, Theme.LIGHT, Locale.ENGLISH);
        return new OpenLab(experiment, state, Texts::new, memory);
    }

    /// Computes rounds, however long that takes, and stays where it is.
    public void compute(int rounds) {
        int piece = Math.max(1, rounds / 20);
        for (int last = piece; last < rounds + piece; last += piece) {
            int round = Math.min(rounds, last);
            conductor.computeTo(round);
            FxToolkit.await("round " + round, () -> model.timeline().lastRound() >= round);
        }
    }

    /// Computes rounds and goes to a position among them.
    public void goTo(double position) {
        FxToolkit.run(
                () -> {
                    model.speed().set(PlaybackClock.NO_ANIMATION);
                    model.movement().play();
                });
        FxToolkit.await("round " + position, () -> model.playhead().get().position() >= position);
        FxToolkit.run(
                () -> {
                    model.movement().pause();
                    model.speed().set(1);
                    model.movement().scrub(position);
                });
        robot.settle();
    }

    /// Waits until all local steps on show have been recomputed: for some frames none is asked for.
    public void awaitTraces() {
        int[] calm = {0};
        Waiting.until(
                () -> {
                    robot.settle();
                    int round =
                            FxToolkit.call(
                                    () ->
                                            model.answers().isBusy()
                                                    ? 1
                                                    : model.traces().busyRound());
                    calm[0] = round == 0 ? calm[0] + 1 : 0;
                    return calm[0];
                },
                c -> c > 8);
    }

    /// Lays the window's content out at any size, larger ones than the headless screen too: the
    /// root no longer follows the window.
    public void layOut(double width, double height) {
        FxToolkit.run(
                () -> {
                    Parent root = window.scene().getRoot();
                    root.setManaged(false);
                    root.resize(width, height);
                });
        awaitTraces();
    }

    /// A picture of the content as [#layOut] left it.
    public void rootPicture(String name) throws java.io.IOException {
        robot.settle();
        picture(window.scene().getRoot(), name);
    }

    /// A picture of a part of the window, or of what hangs over it.
    public void picture(Node part, String name) throws java.io.IOException {
        WritableImage image = FxToolkit.call(() -> part.snapshot(null, null));
        File folder = new File(System.getProperty("fedarium.screenshots", "target/screenshots"));
        Pictures.write(image, new File(folder, name + ".png"));
    }

    /// A picture of the window once everything on it has caught up.
    public void picture(String name) throws java.io.IOException {
        awaitTraces();
        robot.snapshot(name);
    }

    @Override
    public void close() {
        FxToolkit.run(window::close);
        previewer.close();
    }
}
