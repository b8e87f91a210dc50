package org.fedarium.app;

import org.fedarium.catalog.ParameterSpec;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;
import org.fedarium.ui.support.Access;
import org.fedarium.ui.support.PlotSetup;
import org.fedarium.ui.support.WindowState;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The window's size, theme, language, level of detail, plots, keys, motion and arrangement, kept
/// in a small file beside the log. An unreadable file is as good as none.
record WindowMemory(Path file) {
    private static final Logger LOG = Logger.getLogger(WindowMemory.class.getName());
    private static final double LARGEST = 10_000;
    private static final String AUTOMATIC = "AUTOMATIC";

    static WindowMemory ofUser() {
        Path folder = LogFile.folder(System.getProperty("os.name", ""), System.getenv());
        return new WindowMemory(folder.resolve("window.properties"));
    }

    /// What was remembered; `initial` for what was not.
    WindowState load(WindowState initial) {
        Properties p = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            p.load(reader);
            return new WindowState(
                    size(p, "width", WindowState.MIN_WIDTH, initial.width()),
                    size(p, "height", WindowState.MIN_HEIGHT, initial.height()),
                    Boolean.parseBoolean(p.getProperty("maximized", "false")),
                    Theme.find(p.getProperty("theme", ""), initial.theme()),
                    Locale.forLanguageTag(
                            p.getProperty("language", initial.locale().toLanguageTag())),
                    ParameterSpec.Level.valueOf(p.getProperty("level", initial.level().name())),
                    PlotSetup.parse(p.getProperty("plots", initial.plots().text())),
                    access(p, initial.access()),
                    arrangement(p.getProperty("arrangement", AUTOMATIC)));
        } catch (IOException | IllegalArgumentException e) {
            return initial;
        }
    }

    private static Access access(Properties p, Access initial) {
        String letters = p.getProperty("letterKeys", String.valueOf(initial.letterKeys()));
        return new Access(
                Boolean.parseBoolean(letters),
                Access.Stillness.valueOf(p.getProperty("motion", initial.stillness().name())));
    }

    private static Optional<Arrangement> arrangement(String name) {
        return name.equals(AUTOMATIC) ? Optional.empty() : Optional.of(Arrangement.valueOf(name));
    }

    private static double size(Properties p, String key, double least, double otherwise) {
        double value = Double.parseDouble(p.getProperty(key, String.valueOf(otherwise)));
        return value >= least && value <= LARGEST ? value : otherwise;
    }

    void save(WindowState state) {
        Properties p = new Properties();
        p.setProperty("width", String.valueOf(state.width()));
        p.setProperty("height", String.valueOf(state.height()));
        p.setProperty("maximized", String.valueOf(state.maximized()));
        p.setProperty("theme", state.theme().id());
        p.setProperty("language", state.locale().toLanguageTag());
        p.setProperty("level", state.level().name());
        p.setProperty("plots", state.plots().text());
        p.setProperty("letterKeys", String.valueOf(state.access().letterKeys()));
        p.setProperty("motion", state.access().stillness().name());
        String arrangement = state.arrangement().map(Arrangement::name).orElse(AUTOMATIC);
        p.setProperty("arrangement", arrangement);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                p.store(writer, null);
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "The window's state was not saved", e);
        }
    }
}
