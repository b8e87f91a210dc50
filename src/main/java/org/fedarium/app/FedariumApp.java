package org.fedarium.app;

import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.fedarium.cli.ExperimentSource;
import org.fedarium.lab.EngineThreads;
import org.fedarium.ui.support.ThemeManager;
import org.fedarium.ui.support.WindowState;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The program with a window. JavaFX makes the instance, so what to open comes as an argument: the
/// name of a file or scenario.
public final class FedariumApp extends Application {
    private final WindowMemory memory = WindowMemory.ofUser();
    private @Nullable Lab lab;

    /// Opens the window and returns when it is closed.
    ///
    /// @param source as [ExperimentSource#find] understands it; empty for the opening scenario
    /// @param probes arguments of [StartProbe]
    static void open(String source, String... probes) {
        String[] arguments =
                Stream.concat(Stream.of(source), Stream.of(probes)).toArray(String[]::new);
        launch(FedariumApp.class, arguments);
    }

    @Override
    public void init() {
        Preload.withToolkit();
    }

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        boolean unasked = arguments.getFirst().isEmpty();
        ExperimentSource source =
                unasked ? ExperimentSource.opening() : ExperimentSource.find(arguments.getFirst());
        boolean rehearsal = StartProbe.isRehearsal(arguments);
        boolean chinese = Locale.getDefault().getLanguage().equals("zh");
        WindowState initial =
                WindowState.initial(
                        ThemeManager.platformTheme(),
                        chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        WindowState remembered = (rehearsal ? initial : memory.load(initial)).within(screen);
        Lab opened = Lab.on(stage, source, EngineThreads.besideWindow(), remembered);
        lab = opened;
        if (!StartProbe.isAsked(arguments)) {
            stage.setOnHiding(e -> memory.save(opened.window().windowState()));
        }
        StartProbe.install(arguments, opened);
        opened.window().show();
        bringOnto(screen, stage);
        if (unasked && !opened.window().model().reducedMotion().get()) {
            // Whoever opens the program for the first time sees a round before touching anything.
            opened.window().model().movement().play();
        }
    }

    private static void bringOnto(Rectangle2D screen, Stage stage) {
        double x = stage.getX();
        double y = stage.getY();
        stage.setX(WindowState.onScreen(x, stage.getWidth(), screen.getMinX(), screen.getMaxX()));
        stage.setY(WindowState.onScreen(y, stage.getHeight(), screen.getMinY(), screen.getMaxY()));
    }

    @Override
    public void stop() {
        if (lab != null) {
            lab.close();
        }
    }
}
