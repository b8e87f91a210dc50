package org.fedarium.app;

import org.fedarium.cli.Environment;
import org.fedarium.cli.ExitCode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/// Starts the program again and again and measures how long it takes from the call of its launcher
/// to the first painted frame and to the first one in which the scene moves. The first launch warms
/// up the system's file cache and does not count.
final class StartBench {
    private static final long PATIENCE_SECONDS = 120;

    private StartBench() {}

    /// Milliseconds of one start: after the call of the launcher, and of processor time used.
    record Start(double firstFrame, double firstFrameUsed, double moving, double movingUsed) {
        private static final String LINE = "[a-z-]+ [0-9]{1,18} [0-9]{1,12}";

        /// Reads what a [StartProbe] printed; null when something is missing.
        static @Nullable Start read(List<String> lines, long launchedEpochMillis) {
            Map<String, long[]> told = new HashMap<>();
            for (String line : lines) {
                if (line.strip().matches(LINE)) {
                    String[] words = line.strip().split(" ");
                    long after = Long.parseLong(words[1]) - launchedEpochMillis;
                    told.put(words[0], new long[] {after, Long.parseLong(words[2])});
                }
            }
            long[] first = told.get(StartProbe.FIRST_FRAME);
            long[] moving = told.get(StartProbe.MOVING);
            return first == null || moving == null
                    ? null
                    : new Start(first[0], first[1], moving[0], moving[1]);
        }
    }

    static int run(Environment environment, int launches) {
        List<String> command = command();
        environment.out().println("Starting " + command.getFirst() + " ...");
        if (!Preflight.look().canOpenWindow()) {
            environment.out().println("No display here: the window is drawn into memory.");
        }
        environment.out().flush();
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i <= launches; i++) {
            List<String> lines = new ArrayList<>();
            long launched = System.currentTimeMillis();
            Start start = Start.read(launch(command, lines), launched);
            if (start == null) {
                environment.err().println("fedarium: a start did not show a moving scene:");
                lines.forEach(line -> environment.err().println("  " + line));
                return ExitCode.INTERNAL_ERROR;
            }
            if (i > 0) {
                starts.add(start);
            }
        }
        print(environment, "First painted frame", starts, Start::firstFrame);
        print(environment, "  processor time", starts, Start::firstFrameUsed);
        print(environment, "Scene moving", starts, Start::moving);
        print(environment, "  processor time", starts, Start::movingUsed);
        environment.out().flush();
        return ExitCode.DONE;
    }

    private static void print(
            Environment environment,
            String what,
            List<Start> starts,
            ToDoubleFunction<Start> value) {
        FrameTimes.Quantiles q =
                FrameTimes.Quantiles.of(starts.stream().mapToDouble(value).toArray());
        environment
                .out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "%-20s median %.0f ms, least %.0f, most %.0f, of %d launches",
                                what,
                                q.at(0.5),
                                q.at(0),
                                q.at(1),
                                q.count()));
    }

    /// How this program was started: by its own launcher, by its script, or from classes.
    private static List<String> command() {
        String image = System.getProperty("jpackage.app-path", "");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        String home = System.getProperty("fedarium.home", "");
        Path script = Path.of(home, "bin", windows ? "fedarium.bat" : "fedarium");
        List<String> command = new ArrayList<>();
        if (!image.isBlank()) {
            command.add(image);
        } else if (!home.isBlank() && Files.isExecutable(script)) {
            command.add(script.toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.add("-classpath");
            command.add(System.getProperty("java.class.path"));
            command.add(Launcher.class.getName());
        }
        command.add(StartProbe.TIME);
        return command;
    }

    private static List<String> launch(List<String> command, List<String> lines) {
        Process process = null;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            // The program ends by itself; what it prints fits into the pipe.
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                byte[] bytes = process.getInputStream().readAllBytes();
                lines.addAll(new String(bytes, StandardCharsets.UTF_8).lines().toList());
            }
        } catch (IOException e) {
            lines.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
        return lines;
    }
}
