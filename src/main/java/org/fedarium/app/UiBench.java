package org.fedarium.app;

import javafx.scene.Scene;
import javafx.stage.Stage;

import org.fedarium.cli.Environment;
import org.fedarium.cli.ExitCode;
import org.fedarium.cli.ExperimentSource;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.WindowState;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/// Measures how smoothly the window plays, drawn into memory by the software pipeline with the
/// engine on one thread: the opening scenario with 12 clients, from round 500 on.
///
/// Work is the processor time of the FX thread from one pulse to the next: timers, layout, drawing
/// calls and handing over to the renderer. The interval is the time between the same two moments;
/// JavaFX starts a pulse only when the frame before it has been rendered, so it is the interval
/// between frames.
final class UiBench {
    private static final int CLIENTS = 12;
    private static final int START_ROUND = 500;
    private static final int ROUNDS = 600;
    private static final double COMPUTE_SECONDS = 300;
    private static final double WARM_UP_SECONDS = 2;
    private static final double SECONDS = 20;
    private static final int MOST_PULSES = 10_000;

    private final PrintWriter out;

    private UiBench(Environment environment) {
        this.out = environment.out();
    }

    /// Runs the measurement and prints it; returns an exit code.
    static int run(Environment environment) {
        return new UiBench(environment).measure();
    }

    /// Moments and processor times at the beginning of pulses, in nanoseconds. Written on the FX
    /// thread, read when it has stopped writing.
    private static final class Pulses implements Runnable {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final long[] moments = new long[MOST_PULSES];
        private final long[] work = new long[MOST_PULSES];
        private int count;

        @Override
        public void run() {
            if (count < MOST_PULSES) {
                moments[count] = System.nanoTime();
                work[count++] = threads.getCurrentThreadCpuTime();
            }
        }

        /// Sorted differences in milliseconds, without the warm-up.
        double[] differences(long[] values) {
            int first = 0;
            while (first < count && moments[first] - moments[0] < WARM_UP_SECONDS * 1e9) {
                first++;
            }
            double[] millis = new double[Math.max(0, count - 1 - first)];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = (values[first + i + 1] - values[first + i]) / 1e6;
            }
            Arrays.sort(millis);
            return millis;
        }
    }

    private int measure() {
        Experiment experiment =
                ExperimentSource.opening()
                        .experiment()
                        .with("rounds", (long) ROUNDS)
                        .with("partition.clients", (long) CLIENTS);
        WindowState state = WindowState.initial(Theme.LIGHT, Locale.ENGLISH);
        HeadlessToolkit.start();
        Lab lab =
                HeadlessToolkit.call(
                        () -> {
                            Lab opened =
                                    Lab.on(
                                            new Stage(),
                                            ExperimentSource.opening().with(experiment),
                                            1,
                                            state);
                            opened.window().show();
                            return opened;
                        });
        HeadlessToolkit.await(COMPUTE_SECONDS, () -> reached(lab, 0));
        lab.conductor().computeTo(START_ROUND);
        out.printf(Locale.ROOT, "Computing %d rounds ...%n", START_ROUND);
        out.flush();
        HeadlessToolkit.await(COMPUTE_SECONDS, () -> reached(lab, START_ROUND));
        Pulses pulses = new Pulses();
        Scene scene = lab.window().scene();
        HeadlessToolkit.run(
                () -> {
                    lab.window().model().scrub(START_ROUND);
                    lab.window().model().play();
                    scene.addPreLayoutPulseListener(pulses);
                });
        HeadlessToolkit.sleep((long) (1000 * SECONDS));
        HeadlessToolkit.run(() -> scene.removePreLayoutPulseListener(pulses));
        print(pulses, state);
        HeadlessToolkit.run(lab::close);
        return ExitCode.DONE;
    }

    private static boolean reached(Lab lab, int round) {
        Timeline timeline = lab.window().model().timeline();
        return timeline != null && timeline.lastRound() >= round;
    }

    private void print(Pulses pulses, WindowState state) {
        double[] work = pulses.differences(pulses.work);
        double[] interval = pulses.differences(pulses.moments);
        out.printf(
                Locale.ROOT,
                "%d frames of %.0f x %.0f, software pipeline, %d clients, from round %d%n",
                interval.length,
                state.width(),
                state.height(),
                CLIENTS,
                START_ROUND);
        out.printf(
                Locale.ROOT,
                "FX-thread work per pulse    median %.2f ms, 95%% %.2f, 99%% %.2f, max %.2f%n",
                quantile(work, 0.5),
                quantile(work, 0.95),
                quantile(work, 0.99),
                quantile(work, 1));
        out.printf(
                Locale.ROOT,
                "Interval between frames     median %.2f ms, 95%% %.2f%n",
                quantile(interval, 0.5),
                quantile(interval, 0.95));
        out.flush();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
