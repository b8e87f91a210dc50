package org.fedarium.app;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Where the program starts: without arguments the window opens, with arguments the command line
/// runs. Not an Application itself, because Java refuses to start one from the class path.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        // AWT only draws into memory here; without this it would look for a display.
        System.setProperty("java.awt.headless", "true");
        Path logs = LogFile.start();
        System.exit(start(arguments, logs));
    }

    private static int start(String[] arguments, @Nullable Path logs) {
        return CommandLineProgram.run(arguments, logs);
    }
}
