package org.fedarium.app;

import org.fedarium.chart.Fonts;
import org.fedarium.experiment.Scenarios;
import org.fedarium.ui.support.ThemeManager;

/// Reads on a thread of its own, while the window is built, what the first frames need and would
/// wait for.
final class Preload {
    private Preload() {}

    /// The scenarios and the fonts of charts; before JavaFX starts, because they do not need it.
    static void beforeToolkit() {
        start("scenarios", Scenarios::all);
        start("chart fonts", Fonts::register);
    }

    /// Fonts of the window; when JavaFX has started. Whoever needs them first waits for the rest.
    static void withToolkit() {
        start("window fonts", ThemeManager::loadFonts);
    }

    private static void start(String name, Runnable work) {
        Thread.ofPlatform().name(name).daemon(true).start(work);
    }
}
