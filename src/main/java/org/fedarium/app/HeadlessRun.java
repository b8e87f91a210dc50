package org.fedarium.app;

import org.fedarium.cli.Environment;
import org.fedarium.cli.ExitCode;
import org.fedarium.cli.ExperimentSource;
import org.fedarium.cli.Runner;
import org.fedarium.look.Theme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What the program does where no window can be opened: the same run with its tables and charts,
/// and a picture of the window that would have been there.
final class HeadlessRun {
    static final Path OUT = Path.of("fedarium-output");
    private static final String PICTURE = "lab.png";
    private static final Logger LOG = Logger.getLogger(HeadlessRun.class.getName());

    private final Environment environment;

    HeadlessRun(Environment environment) {
        this.environment = environment;
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
        try {
            new LabPicture(source, LabPicture.LAST_ROUND)
                    .write(LabPicture.WIDTH, LabPicture.HEIGHT, Theme.LIGHT, file);
            environment.out().println("A picture of the window: " + file);
        } catch (IOException | RuntimeException | Error e) {
            // The run itself is done and written; a missing picture must not spoil it.
            LOG.log(Level.WARNING, "No picture of the window", e);
            environment.err().println("The picture of the window could not be drawn: " + e + ".");
        }
        environment.out().flush();
    }
}
