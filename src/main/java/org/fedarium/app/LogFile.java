package org.fedarium.app;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The log for bug reports: up to three files of one megabyte in the user's own state folder. The
/// terminal stays free of log lines. When the file cannot be made, the program runs without it.
final class LogFile {
    private static final int BYTES = 1_000_000;
    private static final int FILES = 3;
    // Loggers are held weakly by the JDK; a setting would be lost with a collected one.
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private LogFile() {}

    /// Starts logging; returns the folder of the log files, or null when there is none.
    static @Nullable Path start() {
        return start(folder(System.getProperty("os.name", ""), System.getenv()));
    }

    static @Nullable Path start(Path folder) {
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        // JavaFX on the class path is supported by us, so its warning about it only confuses.
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Files.createDirectories(folder);
            FileHandler handler =
                    new FileHandler(folder + "/fedarium-%u-%g.log", BYTES, FILES, true);
            handler.setFormatter(new SimpleFormatter());
            handler.setEncoding("UTF-8");
            ROOT.addHandler(handler);
            return folder;
        } catch (IOException | SecurityException e) {
            return null;
        }
    }

    /// The platform's folder for such files.
    static Path folder(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        String home = System.getProperty("user.home", ".");
        if (name.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", home);
            return Path.of(local, "Fedarium", "logs");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Logs", "Fedarium");
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return state.isBlank()
                ? Path.of(home, ".local", "state", "fedarium")
                : Path.of(state, "fedarium");
    }
}
