package org.fedarium.app;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.fedarium.catalog.ParameterSpec;
import org.fedarium.cli.ExperimentSource;
import org.fedarium.export.AtomicFile;
import org.fedarium.lab.LabState;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;
import org.fedarium.ui.support.WindowState;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;

/// A picture of the Lab window at one moment of a run, drawn without a display. Needs a process in
/// which [HeadlessToolkit] was started.
///
/// @param width    of the window's content in pixels
/// @param height   of the window's content in pixels
/// @param arrangement how clients stand; empty for as suits the run
/// @param position on the axis of rounds; beyond the last round it is the last one
record LabPicture(
        ExperimentSource source,
        int width,
        int height,
        Theme theme,
        Optional<Arrangement> arrangement,
        double position) {
    private static final double COMPUTE_SECONDS = 600;
    private static final double REFERENCE_SECONDS = 30;
    private static final long STILL_MILLIS = 400;
    private static final int MOST_LOOKS = 25;

    void write(Path file) {
        WindowState state =
                new WindowState(
                                width,
                                height,
                                false,
                                theme,
                                Locale.ENGLISH,
                                ParameterSpec.Level.BASIC)
                        .withArrangement(arrangement);
        int threads = Runtime.getRuntime().availableProcessors();
        Lab lab =
                HeadlessToolkit.call(
                        () -> {
                            Lab opened = Lab.on(new Stage(), source, threads, state);
                            opened.window().show();
                            return opened;
                        });
        try {
            goTo(lab);
            BufferedImage image = still(lab);
            AtomicFile.write(file, stream -> ImageIO.write(image, "png", stream));
        } finally {
            HeadlessToolkit.run(lab::close);
        }
    }

    private void goTo(Lab lab) {
        HeadlessToolkit.await(COMPUTE_SECONDS, () -> isBuilt(lab.conductor().state()));
        LabState built = lab.conductor().state();
        if (built.problem() != null) {
            throw built.problem();
        }
        int rounds = source.experiment().rounds();
        int target = (int) Math.min(rounds, Math.ceil(position));
        lab.conductor().computeTo(target);
        HeadlessToolkit.await(COMPUTE_SECONDS, () -> isComputed(lab, target));
        HeadlessToolkit.await(REFERENCE_SECONDS, () -> hasReferences(lab));
        HeadlessToolkit.run(
                () -> lab.window().model().movement().scrub(Math.min(rounds, position)));
    }

    private static boolean isBuilt(LabState state) {
        return state.timeline() != null || state.problem() != null;
    }

    private static boolean isComputed(Lab lab, int target) {
        Timeline timeline = lab.window().model().timeline();
        return timeline != null
                && (timeline.lastRound() >= target || lab.conductor().state().end() != null);
    }

    private boolean hasReferences(Lab lab) {
        Timeline timeline = lab.window().model().timeline();
        boolean wanted = source.experiment().section("evaluation").values().flag("references");
        return !wanted || timeline == null || timeline.references() != null;
    }

    /// The window once it has come to rest: local steps recomputed, charts drawn.
    private BufferedImage still(Lab lab) {
        int[] before = pixels(lab);
        for (int look = 0; look < MOST_LOOKS; look++) {
            HeadlessToolkit.sleep(STILL_MILLIS);
            int[] now = pixels(lab);
            if (Arrays.equals(before, now) && look > 1) {
                break;
            }
            before = now;
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, before, 0, width);
        return image;
    }

    private int[] pixels(Lab lab) {
        return HeadlessToolkit.call(
                () -> {
                    WritableImage image = new WritableImage(width, height);
                    lab.window().scene().snapshot(image);
                    int[] pixels = new int[width * height];
                    image.getPixelReader()
                            .getPixels(
                                    0,
                                    0,
                                    width,
                                    height,
                                    PixelFormat.getIntArgbInstance(),
                                    pixels,
                                    0,
                                    width);
                    return pixels;
                });
    }
}
