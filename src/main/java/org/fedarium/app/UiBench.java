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
import java.util.List;
import java.util.Locale;

/// Measures how smoothly the window plays, drawn into memory by the software pipeline with the
/// engine on one thread: the opening scenario over 1,000 rounds with 12, 100, 1,000 clients, all
/// plots open, in the rounds from 950 on.
///
/// Work is the processor time of the FX thread from one pulse to the next. The interval is the time
/// between the same two moments; JavaFX starts a pulse only when the frame before it has been
/// rendered, so it is the interval between frames.
final class UiBench {
    private static final int ROUNDS = 1000;
    private static final int START_ROUND = 950;
    // Above this many clients the examples are too few for uneven shares.
    private static final int MOST_UNEVEN = 100;
    private static final double COMPUTE_SECONDS = 900;
    private static final double WARM_UP_SECONDS = 2;
    private static final double SECONDS = 20;

    private final PrintWriter out;

    private UiBench(Environment environment) {
        this.out = environment.out();
    }

    /// Measures once per number of clients and prints; returns an exit code.
    static int run(Environment environment, List<Integer> clients) {
        UiBench bench = new UiBench(environment);
        HeadlessToolkit.start();
        WindowState state = WindowState.initial(Theme.LIGHT, Locale.ENGLISH);
        for (int n : clients) {
            bench.measure(n, state);
        }
        return ExitCode.DONE;
    }

    static Experiment experiment(int clients) {
        Experiment base =
                ExperimentSource.opening()
                        .experiment()
                        .with("rounds", (long) ROUNDS)
                        .with("partition.clients", (long) clients);
        return clients <= MOST_UNEVEN
                ? base
                : base.with("partition.kind", "iid").with("partition.clients", (long) clients);
    }

    private void measure(int clients, WindowState state) {
        Lab lab =
                HeadlessToolkit.call(
                        () -> {
                            Lab opened =
                                    Lab.on(
                                            new Stage(),
                                            ExperimentSource.opening().with(experiment(clients)),
                                            1,
                                            state);
                            opened.window().show();
                            return opened;
                        });
        out.printf(Locale.ROOT, "%d clients: computing %d rounds ...%n", clients, START_ROUND);
        out.flush();
        HeadlessToolkit.await(COMPUTE_SECONDS, () -> reached(lab, 0));
        lab.conductor().computeTo(START_ROUND);
        HeadlessToolkit.await(COMPUTE_SECONDS, () -> reached(lab, START_ROUND));
        FrameTimes frames = HeadlessToolkit.call(FrameTimes::new);
        Scene scene = lab.window().scene();
        HeadlessToolkit.run(
                () -> {
                    lab.window().model().movement().scrub(START_ROUND);
                    lab.window().model().movement().play();
                    scene.addPreLayoutPulseListener(frames);
                });
        HeadlessToolkit.sleep((long) (1000 * SECONDS));
        HeadlessToolkit.run(() -> scene.removePreLayoutPulseListener(frames));
        print(frames, state);
        HeadlessToolkit.run(lab::close);
    }

    private static boolean reached(Lab lab, int round) {
        Timeline timeline = lab.window().model().timeline();
        return timeline != null && timeline.lastRound() >= round;
    }

    private void print(FrameTimes frames, WindowState state) {
        FrameTimes.Quantiles intervals = frames.intervals(WARM_UP_SECONDS);
        out.printf(
                Locale.ROOT,
                "  %d frames of %.0f x %.0f, software pipeline, from round %d%n",
                intervals.count(),
                state.width(),
                state.height(),
                START_ROUND);
        out.printf("  FX-thread work per pulse  %s%n", frames.work(WARM_UP_SECONDS).text());
        out.printf("  Rendering per frame       %s%n", frames.rendering(WARM_UP_SECONDS).text());
        out.printf("  Interval between frames   %s%n", intervals.text());
        out.flush();
    }
}
