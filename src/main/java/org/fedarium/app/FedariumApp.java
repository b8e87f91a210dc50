package org.fedarium.app;

import javafx.application.Application;
import javafx.stage.Stage;

import org.fedarium.cli.ExperimentSource;
import org.fedarium.lab.EngineThreads;
import org.fedarium.ui.support.ThemeManager;
import org.fedarium.ui.support.WindowState;
import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The program with a window. JavaFX makes the instance, so what to open comes as an argument: the
/// name of a file or scenario.
public final class FedariumApp extends Application {
    private final WindowMemory memory = WindowMemory.ofUser();
    private @Nullable Lab lab;

    /// Opens the window and returns when it is closed.
    ///
    /// @param source as [ExperimentSource#find] understands it
    static void open(String source) {
        launch(FedariumApp.class, source);
    }

    @Override
    public void start(Stage stage) {
        ExperimentSource source = ExperimentSource.find(getParameters().getRaw().getFirst());
        boolean chinese = Locale.getDefault().getLanguage().equals("zh");
        WindowState initial =
                WindowState.initial(
                        ThemeManager.platformTheme(),
                        chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        Lab opened = Lab.on(stage, source, EngineThreads.besideWindow(), memory.load(initial));
        lab = opened;
        stage.setOnHiding(e -> memory.save(opened.window().windowState()));
        opened.window().show();
        boolean unasked = source.name().equals(ExperimentSource.opening().name());
        if (unasked && !opened.window().model().reducedMotion().get()) {
            // Whoever opens the program for the first time sees a round before touching anything.
            opened.window().model().play();
        }
    }

    @Override
    public void stop() {
        if (lab != null) {
            lab.close();
        }
    }
}
