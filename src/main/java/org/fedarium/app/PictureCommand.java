package org.fedarium.app;

import org.fedarium.catalog.BadInput;
import org.fedarium.cli.Environment;
import org.fedarium.cli.ExitCode;
import org.fedarium.cli.ExperimentSource;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Draws the Lab window into a PNG file, without a display.
@Command(
        name = "picture",
        mixinStandardHelpOptions = true,
        description = "Draws the window at one moment of a run into a PNG file.")
final class PictureCommand implements Callable<Integer> {
    private static final int SMALLEST = 640;
    private static final int LARGEST = 7680;

    private final Environment environment;

    @Parameters(
            paramLabel = "FILE|SCENARIO",
            description = "An experiment file, or a scenario's id or title.")
    private String source = "";

    @Option(
            names = "--at",
            paramLabel = "POSITION",
            description = "Moment on the axis of rounds; 11.4 is in the middle of round 12 (end).")
    private double position = Double.MAX_VALUE;

    @Option(names = "--width", paramLabel = "PIXELS", description = "Width (1440).")
    private int width = 1440;

    @Option(names = "--height", paramLabel = "PIXELS", description = "Height (900).")
    private int height = 900;

    @Option(names = "--dark", description = "In the dark theme.")
    private boolean dark;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description = "light, dark, contrast or print (light).")
    private String themeId = Theme.LIGHT.id();

    @Option(
            names = "--arrangement",
            paramLabel = "ARRANGEMENT",
            description = "How clients stand: ring, arc or grid (as suits the run).")
    private String arrangementId = "";

    @Option(names = "--out", paramLabel = "FILE", description = "The picture (lab.png).")
    private Path out = Path.of("lab.png");

    PictureCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ExperimentSource found = ExperimentSource.find(source);
        check("--width", width);
        check("--height", height);
        if (!(position >= 0)) {
            throw BadInput.of("option.from-zero", "--at {0}: use a number from 0.", position);
        }
        String reason = environment.noCharts().get();
        if (!reason.isEmpty()) {
            throw BadInput.of("picture.fonts", "No picture can be drawn here. {0}", reason);
        }
        Theme theme = dark ? Theme.DARK : theme(themeId);
        Optional<Arrangement> arrangement = arrangement(arrangementId);
        HeadlessToolkit.start();
        new LabPicture(found, width, height, theme, arrangement, position).write(out);
        environment.out().println("Written to " + out);
        environment.out().flush();
        return ExitCode.DONE;
    }

    private static Theme theme(String id) {
        Theme found = Theme.find(id, Theme.LIGHT);
        if (!found.id().equals(id)) {
            throw BadInput.of(
                    "picture.theme", "--theme {0}: use light, dark, contrast or print.", id);
        }
        return found;
    }

    private static Optional<Arrangement> arrangement(String id) {
        for (Arrangement each : Arrangement.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(id)) {
                return Optional.of(each);
            }
        }
        if (!id.isEmpty()) {
            throw BadInput.of(
                    "picture.arrangement", "--arrangement {0}: use ring, arc or grid.", id);
        }
        return Optional.empty();
    }

    private static void check(String option, int pixels) {
        if (pixels < SMALLEST || pixels > LARGEST) {
            throw BadInput.of(
                    "option.range",
                    "{0} {1}: use a whole number from {2} to {3}.",
                    option,
                    pixels,
                    SMALLEST,
                    LARGEST);
        }
    }
}
