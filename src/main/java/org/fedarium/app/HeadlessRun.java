package org.fedarium.app;

import org.fedarium.cli.Environment;
import org.fedarium.cli.ExitCode;
import org.fedarium.cli.ExperimentSource;
import org.fedarium.cli.Runner;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What the program does where no window can be opened: the same run with its tables and charts,
/// and a picture of the window that would have been there.
final class HeadlessRun {
    static final Path OUT = Path.of("fedarium-output");
    private static final String PICTURE = "lab.png";
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final long CHILD_MINUTES = 10;
    private static final Logger LOG = Logger.getLogger(HeadlessRun.class.getName());

    private final Environment environment;
    private final boolean toolkitUsed;

    /// @param toolkitUsed true when JavaFX was already started in this process, and failed: it
    ///     cannot be started twice, so the picture then needs a process of its own
    HeadlessRun(Environment environment, boolean toolkitUsed) {
        this.environment = environment;
        this.toolkitUsed = toolkitUsed;
    }

    int run(ExperimentSource source) {
        environment
                .out()
                .println("Going on without a window; results go to " + OUT.toAbsolutePath() + ".");
        environment.out().flush();
        int threads = Runtime.getRuntime().availableProcessors();
        int code = new Runner(environment, OUT, threads).run(source);
        if (code == ExitCode.DONE && environment.noCharts().get().isEmpty()) {
            picture(source);
        }
        return code;
    }

    private void picture(ExperimentSource source) {
        Path file = OUT.resolve(PICTURE);
        // In the middle of the last round's training there is most to see.
        Playhead moment = new Playhead(source.experiment().rounds(), Phase.TRAIN, 0.7);
        try {
            if (toolkitUsed) {
                inOwnProcess(source, moment, file);
            } else {
                HeadlessToolkit.start();
                new LabPicture(
                                source,
                                WIDTH,
                                HEIGHT,
                                Theme.LIGHT,
                                Optional.empty(),
                                moment.position())
                        .write(file);
            }
            environment.out().println("A picture of the window: " + file);
        } catch (IOException | RuntimeException | Error e) {
            // The run itself is done and written; a missing picture must not spoil it.
            LOG.log(Level.WARNING, "No picture of the window", e);
            environment
                    .err()
                    .println("fedarium: the picture of the window is left out (" + e + ").");
        }
        environment.out().flush();
    }

    private static void inOwnProcess(ExperimentSource source, Playhead moment, Path file)
            throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dfedarium.home=" + System.getProperty("fedarium.home", ""),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "picture",
                        source.name(),
                        "--at",
                        String.valueOf(moment.position()),
                        "--out",
                        file.toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(CHILD_MINUTES, TimeUnit.MINUTES) || !Files.exists(file)) {
                process.destroy();
                throw new IOException("it could not be drawn in a process of its own");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
