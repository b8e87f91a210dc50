package org.fedarium.app;

import org.fedarium.cli.Environment;
import org.fedarium.cli.ExitCode;
import org.fedarium.cli.ExperimentSource;
import org.fedarium.cli.FedariumCommand;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where the program starts: without arguments the window opens, with arguments the command line
/// runs. Not an Application itself, because Java refuses to start one from the class path.
public final class Launcher {
    private static final Logger LOG = Logger.getLogger(Launcher.class.getName());

    private Launcher() {}

    public static void main(String[] arguments) {
        // AWT only draws into memory here; without this it would look for a display.
        System.setProperty("java.awt.headless", "true");
        Path logs = LogFile.start();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) ->
                        LOG.log(Level.SEVERE, "Uncaught in " + thread.getName(), failure));
        System.exit(start(arguments, logs));
    }

    /// A lone experiment file, as a desktop hands it over on a double click, is opened.
    static String[] completed(String[] arguments) {
        boolean file = arguments.length == 1 && arguments[0].endsWith(".json");
        return file ? new String[] {"open", arguments[0]} : arguments;
    }

    private static int start(String[] arguments, @Nullable Path logs) {
        Environment environment = Surroundings.ofThisProcess();
        String details = logs == null ? "" : "Details are in " + logs + ".";
        try {
            if (arguments.length == 0) {
                return open(environment, "", ExperimentSource::opening);
            }
            if (arguments.length == 1 && StartProbe.isAsked(List.of(arguments))) {
                return watched(arguments[0]);
            }
            return FedariumCommand.create(
                            environment,
                            details,
                            new OpenCommand(environment),
                            new PictureCommand(environment),
                            new SoakCommand(environment))
                    .execute(completed(arguments));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "The program failed", e);
            environment.err().println("fedarium: internal error: " + e + ". " + details);
            return ExitCode.INTERNAL_ERROR;
        }
    }

    /// The same start as without arguments, that ends once it is seen to move.
    private static int watched(String probe) {
        Preload.beforeToolkit();
        boolean display = Preflight.look().canOpenWindow();
        if (!display || StartProbe.isRehearsal(List.of(probe))) {
            StartProbe.drawIntoMemory();
        }
        FedariumApp.open("", probe);
        return ExitCode.DONE;
    }

    /// Opens the window; where there cannot be one, says why and does the same work without it.
    ///
    /// @param name   as [FedariumApp#open] takes it
    /// @param source what is run without a window
    static int open(Environment environment, String name, Supplier<ExperimentSource> source) {
        Preload.beforeToolkit();
        Preflight preflight = Preflight.look();
        boolean tried = preflight.canOpenWindow();
        if (tried) {
            try {
                FedariumApp.open(name);
                return ExitCode.DONE;
            } catch (UnsupportedOperationException e) {
                LOG.log(Level.WARNING, "JavaFX found no display", e);
                environment.err().println("Fedarium cannot open its window: " + e.getMessage());
            }
        } else {
            environment.err().println(preflight.windowMessage());
        }
        environment.err().flush();
        return new HeadlessRun(environment, tried).run(source.get());
    }
}
