package org.fedarium.app;

import javafx.stage.Stage;

import org.fedarium.cli.Environment;
import org.fedarium.cli.ExitCode;
import org.fedarium.cli.ExperimentSource;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.WindowState;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/// Measures how long a jump to another place of a long run takes, with the window drawn into
/// memory, and how much memory the run needs: 10,000 rounds of three clients, 60 rounds of a
/// perceptron of 199,210 parameters, 1,000 rounds of 1,000 clients.
///
/// A jump counts from the call that moves the playhead. The picture is there at the end of the
/// first pulse in which the stage and all charts show the new place; the parameters when their
/// exact values have been delivered; local steps when the paths of a parameter can be drawn.
final class SeekBench {
    private static final int PLACES = 50;
    private static final int WARM_UP = 5;
    private static final double COMPUTE_SECONDS = 1800;
    private static final double SEEK_SECONDS = 60;
    private static final int IMAGES = 6000;
    private static final int PIXELS = 784;

    private final PrintWriter out;
    private final SplittableRandom random = new SplittableRandom(1);

    private SeekBench(Environment environment) {
        this.out = environment.out();
    }

    /// Runs the measurements and prints them; returns an exit code.
    static int run(Environment environment) {
        return new SeekBench(environment).measure();
    }

    private int measure() {
        HeadlessToolkit.start();
        Path images = null;
        try {
            images = images();
            measure("penguins, 3 clients, 10,000 rounds", penguins());
            measure("perceptron 784-200-200-10, 100 clients, 60 rounds", perceptron(images));
            measure("digits8x8, 1,000 clients, 1,000 rounds", crowd());
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file could not be used", e);
        } finally {
            delete(images);
        }
        return ExitCode.DONE;
    }

    private static Experiment penguins() {
        return Experiment.defaults()
                .with("rounds", 10_000L)
                .with("data.kind", "penguins")
                .with("partition.clients", 3L);
    }

    private static Experiment crowd() {
        return Experiment.defaults()
                .with("rounds", 1000L)
                .with("data.kind", "digits8x8")
                .with("partition.kind", "iid")
                .with("partition.clients", 1000L)
                .with("training.epochs", 1L)
                .with("evaluation.references", false)
                .with("participation.fraction", 1.0);
    }

    private static Experiment perceptron(Path images) {
        return Experiment.defaults()
                .with("rounds", 60L)
                .with("data.kind", "csv")
                .with("data.file", images.toString())
                .with("data.target", "digit")
                .with("partition.kind", "iid")
                .with("partition.clients", 100L)
                .with("model.kind", "mlp")
                .with("model.hidden", List.of(200L, 200L))
                .with("training.epochs", 1L)
                .with("training.batch", 10L)
                .with("participation.fraction", 0.1)
                .with("evaluation.references", false);
    }

    /// Made-up pictures of 28 x 28 pixels: a class's own pattern under noise, in whole grey levels.
    private Path images() throws IOException {
        StringBuilder text = new StringBuilder(IMAGES * PIXELS * 4);
        for (int p = 0; p < PIXELS; p++) {
            text.append('p').append(p).append(',');
        }
        text.append("digit\n");
        for (int i = 0; i < IMAGES; i++) {
            int digit = i % 10;
            for (int p = 0; p < PIXELS; p++) {
                int pattern = (p * (digit + 3) / 7) % 5;
                text.append((pattern * 20 + random.nextInt(100))).append(',');
            }
            text.append('d').append(digit).append('\n');
        }
        Path file = Files.createTempFile("fedarium-bench", ".csv");
        file.toFile().deleteOnExit();
        Files.writeString(file, text);
        return file;
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It lies in the folder for temporary files; the system will do it.
        }
    }

    private void measure(String title, Experiment experiment) {
        for (MemoryPoolMXBean pool : heap()) {
            pool.resetPeakUsage();
        }
        WindowState state = WindowState.initial(Theme.LIGHT, Locale.ENGLISH);
        ExperimentSource source = ExperimentSource.opening().with(experiment);
        Lab lab =
                HeadlessToolkit.call(
                        () -> {
                            Lab opened = Lab.on(new Stage(), source, 1, state);
                            opened.window().show();
                            return opened;
                        });
        int rounds = experiment.rounds();
        out.printf(Locale.ROOT, "%n%s%nComputing ...%n", title);
        out.flush();
        long started = System.nanoTime();
        HeadlessToolkit.await(COMPUTE_SECONDS, () -> reached(lab, 0));
        lab.conductor().computeTo(rounds);
        HeadlessToolkit.await(COMPUTE_SECONDS, () -> reached(lab, rounds));
        out.printf(Locale.ROOT, "Computed in %.1f s.%n", (System.nanoTime() - started) / 1e9);
        double[][] millis = new double[3][PLACES];
        for (int i = -WARM_UP; i < PLACES; i++) {
            double[] taken = seek(lab, random.nextDouble() * rounds);
            for (int kind = 0; kind < millis.length && i >= 0; kind++) {
                millis[kind][i] = taken[kind];
            }
        }
        print("Picture: stage and charts", millis[0]);
        print("Exact parameters", millis[1]);
        print("Local steps", millis[2]);
        long peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                Locale.ROOT,
                "Heap: at most %.0f MB with garbage, %.0f MB in use at the end, limit %.0f MB%n",
                peak / 1e6,
                (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                runtime.maxMemory() / 1e6);
        out.flush();
        HeadlessToolkit.run(lab::close);
    }

    private static boolean reached(Lab lab, int round) {
        Timeline timeline = lab.window().model().timeline();
        return timeline != null && timeline.lastRound() >= round;
    }

    /// Milliseconds until the picture, the parameters and the local steps of a place are there.
    private static double[] seek(Lab lab, double place) {
        LabModel model = lab.window().model();
        long[] picture = {0};
        long[] steps = {0};
        long[] parameters = {0};
        long[] began = {0};
        Runnable look =
                () -> {
                    long now = System.nanoTime();
                    if (picture[0] == 0 && lab.window().isCurrent()) {
                        picture[0] = now;
                    }
                    if (steps[0] == 0 && picture[0] != 0 && lab.window().hasLocalSteps()) {
                        steps[0] = now;
                    }
                };
        CompletableFuture<double[]> exact =
                HeadlessToolkit.call(
                        () -> {
                            began[0] = System.nanoTime();
                            model.movement().scrub(place);
                            lab.window().scene().addPostLayoutPulseListener(look);
                            int version = model.playhead().get().globalVersion();
                            return lab.conductor()
                                    .parameters(model.timeline(), version)
                                    .whenComplete((v, e) -> parameters[0] = System.nanoTime());
                        });
        boolean done = HeadlessToolkit.await(SEEK_SECONDS, () -> steps[0] != 0 && exact.isDone());
        HeadlessToolkit.run(() -> lab.window().scene().removePostLayoutPulseListener(look));
        exact.join();
        if (!done) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        return new double[] {
            (picture[0] - began[0]) / 1e6,
            (parameters[0] - began[0]) / 1e6,
            (steps[0] - began[0]) / 1e6
        };
    }

    private void print(String name, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT,
                "%-26s median %7.1f ms, 95%% %7.1f, max %7.1f%n",
                name,
                sorted[(sorted.length - 1) / 2],
                sorted[(int) Math.round(0.95 * (sorted.length - 1))],
                sorted[sorted.length - 1]);
        out.flush();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
