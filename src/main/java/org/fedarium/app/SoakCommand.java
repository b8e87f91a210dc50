package org.fedarium.app;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.fedarium.catalog.BadInput;
import org.fedarium.cli.Environment;
import org.fedarium.cli.ExitCode;
import org.fedarium.cli.ExperimentSource;
import org.fedarium.lab.EngineThreads;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.WindowState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Uses the window for a long time without a pause and tells what grows: memory, views, listeners,
/// the time of a frame. Ends with 1 when something grew beyond its limit or a frame failed.
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description =
                "Plays with the window for a long time and tells what grows: memory, listeners,"
                        + " time per frame.")
final class SoakCommand implements Callable<Integer> {
    private static final int GREW = 1;
    private static final int SAMPLES = 10;
    private static final double LONGEST_GAP_SECONDS = 60;
    private static final long STEP_MILLIS = 700;
    private static final double SETTLE_SECONDS = 60;
    private static final int WARM_UP_FRAMES = 40;
    private static final int FRAMES = 150;
    private static final int FRAMES_BETWEEN = 3;
    private static final int SETTLE_ROUNDS = 2;
    private static final double WIDTH = 1440;

    private final Environment environment;

    @Option(names = "--minutes", paramLabel = "M", description = "How long (30).")
    private double minutes = 30;

    SoakCommand(Environment environment) {
        this.environment = environment;
    }

    /// Counts what is logged as an error: frames that failed.
    private static final class Failures extends Handler {
        private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                Throwable thrown = record.getThrown();
                counts.merge(
                        record.getMessage() + (thrown == null ? "" : ": " + thrown),
                        1,
                        Integer::sum);
            }
        }

        private List<String> complaints() {
            return counts.entrySet().stream()
                    .map(e -> "In the log as an error, " + e.getValue() + " times: " + e.getKey())
                    .toList();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Override
    public Integer call() {
        if (!(minutes > 0 && minutes <= 10_000)) {
            throw BadInput.of(
                    "option.minutes", "--minutes {0}: use a number from 0.1 to 10000.", minutes);
        }
        boolean display = Preflight.look().canOpenWindow();
        if (display) {
            HeadlessToolkit.startWithDisplay();
        } else {
            HeadlessToolkit.start();
            environment.out().println("No display here: the window is drawn into memory.");
        }
        Failures failures = new Failures();
        Logger root = Logger.getLogger("");
        root.addHandler(failures);
        try {
            List<SoakSample> samples = play();
            List<String> complaints = new ArrayList<>(SoakVerdict.complaints(samples));
            complaints.addAll(failures.complaints());
            environment.out().println(SoakVerdict.rule());
            complaints.forEach(environment.out()::println);
            if (complaints.isEmpty()) {
                environment.out().println("Nothing grew beyond its limit.");
            }
            environment.out().flush();
            return complaints.isEmpty() ? ExitCode.DONE : GREW;
        } finally {
            root.removeHandler(failures);
        }
    }

    private List<SoakSample> play() {
        WindowState state = WindowState.initial(Theme.LIGHT, Locale.ENGLISH);
        SoakPlay play =
                HeadlessToolkit.call(
                        () -> {
                            Lab opened =
                                    Lab.on(
                                            new Stage(),
                                            ExperimentSource.opening(),
                                            EngineThreads.besideWindow(),
                                            state);
                            opened.window().show();
                            return new SoakPlay(opened);
                        });
        List<SoakSample> samples = new ArrayList<>();
        environment.out().println(SoakSample.header());
        long started = System.nanoTime();
        double gap = Math.min(LONGEST_GAP_SECONDS, 60 * minutes / SAMPLES);
        double next = 0;
        double seconds = 0;
        while (seconds < 60 * minutes) {
            HeadlessToolkit.run(play::step);
            HeadlessToolkit.sleep(STEP_MILLIS);
            seconds = (System.nanoTime() - started) / 1e9;
            if (seconds >= next) {
                SoakSample sample = sample(play, seconds / 60);
                samples.add(sample);
                environment.out().println(sample.row());
                environment.out().flush();
                next += gap;
            }
        }
        HeadlessToolkit.run(play.lab()::close);
        return samples;
    }

    private static SoakSample sample(SoakPlay play, double minutes) {
        HeadlessToolkit.run(() -> play.settle(WIDTH));
        HeadlessToolkit.await(SETTLE_SECONDS, () -> hasSettled(play));
        Scene scene = play.lab().window().scene();
        FrameTimes frames = HeadlessToolkit.call(FrameTimes::new);
        HeadlessToolkit.run(() -> scene.addPreLayoutPulseListener(frames));
        HeadlessToolkit.await(SETTLE_SECONDS, () -> frames.count() >= WARM_UP_FRAMES);
        HeadlessToolkit.run(frames::clear);
        HeadlessToolkit.await(SETTLE_SECONDS, () -> frames.count() >= FRAMES);
        HeadlessToolkit.run(() -> scene.removePreLayoutPulseListener(frames));
        FrameTimes.Quantiles work = frames.work(0);
        HeadlessToolkit.run(() -> play.lab().window().model().movement().pause());
        HeapCensus census = HeapCensus.settled(() -> frames(scene, FRAMES_BETWEEN));
        return new SoakSample(
                minutes,
                census.megabytes(),
                HeadlessToolkit.call(play::oldViews),
                census.listeners(),
                HeadlessToolkit.call(play::nodes),
                work.at(0.5),
                work.at(0.99),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                HeapCensus.openFiles());
    }

    private static void frames(Scene scene, int count) {
        AtomicInteger drawn = new AtomicInteger();
        Runnable listener = drawn::incrementAndGet;
        HeadlessToolkit.run(
                () -> {
                    scene.addPostLayoutPulseListener(listener);
                    scene.getRoot().requestLayout();
                });
        HeadlessToolkit.await(
                SETTLE_SECONDS,
                () -> {
                    Platform.requestNextPulse();
                    return drawn.get() >= count;
                });
        HeadlessToolkit.run(() -> scene.removePostLayoutPulseListener(listener));
    }

    /// The opening scenario is the run on show and some rounds of it are there.
    private static boolean hasSettled(SoakPlay play) {
        Timeline timeline = play.lab().window().model().timeline();
        return timeline != null
                && play.lab().window().model().playhead().get().position() > 0
                && timeline.info().experiment().title().equals(title())
                && timeline.lastRound() >= SETTLE_ROUNDS;
    }

    private static String title() {
        return ExperimentSource.opening().experiment().title();
    }
}
