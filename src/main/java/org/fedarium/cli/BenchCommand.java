package org.fedarium.cli;

import org.fedarium.catalog.BadInput;
import org.fedarium.data.DataFiles;
import org.fedarium.simulation.Plan;
import org.fedarium.simulation.Simulation;
import org.fedarium.simulation.StepRecord;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/// Times rounds of the standard workloads: warm-up first, then blocks of rounds without
/// evaluation.
@Command(
        name = "bench",
        description =
                "Times rounds of the standard workloads without evaluation, local steps of"
                        + " algorithms, or a whole large run.")
final class BenchCommand implements Callable<Integer> {
    private static final String ROW = "%-4s %9s %9s %9s %9s %17s";
    private static final String START = "start";
    private static final String SEEK = "seek";
    private static final List<String> SPECIAL =
            List.of(StepBench.NAME, LargeBench.NAME, START, SEEK);
    private static final int MOST_CLIENTS = 10_000;
    private static final int MOST_LAUNCHES = 100;
    private static final double BLOCK_SHARE = 0.5;
    private static final int FEWEST_ROUNDS = 5;

    private final Environment environment;

    @Parameters(
            paramLabel = "WORKLOAD",
            description =
                    "W1, W2, W3s or W3, all of them by default; steps compares local steps of"
                            + " algorithms, large times a whole run of 1,000 clients, start"
                            + " launches the program and times its first frames, seek times"
                            + " jumps to other places of long runs in the window.")
    private List<String> names = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "Clients trained at once (1).")
    private int threads = 1;

    @Option(
            names = "--repeat",
            paramLabel = "R",
            description = "Timed blocks of rounds, or launches (5).")
    private int repeat = 5;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Length of the warm-up; a timed block takes half of it (2).")
    private double seconds = 2;

    @Option(names = "--ui", description = "Measures the window instead: its work and its frames.")
    private boolean ui;

    @Option(
            names = "--clients",
            paramLabel = "N,N",
            split = ",",
            description = "With --ui: numbers of clients, one measurement each (12).")
    private List<Integer> clients = List.of(12);

    BenchCommand(Environment environment) {
        this.environment = environment;
    }

    /// Milliseconds per round and clients trained per second of one workload.
    ///
    /// @param median over blocks of the block's median
    record Timing(double median, double min, double max, double clientsPerSecond) {}

    @Override
    public Integer call() {
        Inputs.inRange("--threads", threads, 1, Inputs.MOST_THREADS);
        Inputs.inRange("--repeat", repeat, 1, 1000);
        if (!(seconds > 0 && seconds <= 600)) {
            throw BadInput.of(
                    "option.seconds",
                    "--seconds {0}: use a number above 0 and at most 600.",
                    seconds);
        }
        if (ui) {
            clients.forEach(n -> Inputs.inRange("--clients", n, 1, MOST_CLIENTS));
            return environment.windowBench().frames(environment, clients);
        }
        List<Workloads> chosen =
                names.isEmpty()
                        ? List.of(Workloads.values())
                        : names.stream()
                                .filter(name -> !SPECIAL.contains(name.toLowerCase(Locale.ROOT)))
                                .map(BenchCommand::find)
                                .distinct()
                                .toList();
        if (!chosen.isEmpty()) {
            timeRounds(chosen);
        }
        DataFiles files = environment.files().apply(Path.of(""));
        if (names.stream().anyMatch(StepBench.NAME::equalsIgnoreCase)) {
            new StepBench(environment.out(), files, repeat, seconds).run();
        }
        if (names.stream().anyMatch(LargeBench.NAME::equalsIgnoreCase)) {
            new LargeBench(environment, files, threads).run();
        }
        if (names.stream().anyMatch(START::equalsIgnoreCase)) {
            Inputs.inRange("--repeat", repeat, 1, MOST_LAUNCHES);
            return environment.windowBench().start(environment, repeat);
        }
        if (names.stream().anyMatch(SEEK::equalsIgnoreCase)) {
            return environment.windowBench().seek(environment);
        }
        return ExitCode.DONE;
    }

    private void timeRounds(List<Workloads> chosen) {
        environment
                .out()
                .println("Milliseconds per round, double precision, threads: " + threads + ".");
        environment.out().flush();
        print("", "median", "min", "max", "rounds/s", "client updates/s");
        for (Workloads workload : chosen) {
            Timing t = time(workload.plan(environment.files().apply(Path.of(""))));
            print(
                    workload.id(),
                    number(t.median()),
                    number(t.min()),
                    number(t.max()),
                    String.format(Locale.ROOT, "%.0f", 1000 / t.median()),
                    String.format(Locale.ROOT, "%.0f", t.clientsPerSecond()));
        }
        for (Workloads workload : chosen) {
            environment.out().println(workload.id() + ": " + workload.title());
        }
        environment.out().flush();
    }

    private void print(Object... cells) {
        environment.out().println(String.format(Locale.ROOT, ROW, cells));
        environment.out().flush();
    }

    private static Workloads find(String name) {
        for (Workloads workload : Workloads.values()) {
            if (workload.id().equalsIgnoreCase(name)) {
                return workload;
            }
        }
        throw BadInput.of(
                "workload.unknown", "bench: \"{0}\" is not a workload. Known: {1}.", name, known());
    }

    private static String known() {
        return String.join(
                ", ",
                Stream.concat(
                                Arrays.stream(Workloads.values()).map(Workloads::id),
                                SPECIAL.stream())
                        .toList());
    }

    private Timing time(Plan plan) {
        try (ExecutorService executor = environment.executors().apply(threads)) {
            Simulation simulation = new Simulation(plan, executor, threads, () -> false);
            block(simulation, seconds);
            double[] medians = new double[repeat];
            double min = Double.POSITIVE_INFINITY;
            double max = 0;
            double total = 0;
            long clients = 0;
            for (int r = 0; r < repeat; r++) {
                Block block = block(simulation, BLOCK_SHARE * seconds);
                Arrays.sort(block.millis());
                medians[r] = block.millis()[block.millis().length / 2];
                min = Math.min(min, block.millis()[0]);
                max = Math.max(max, block.millis()[block.millis().length - 1]);
                total += Arrays.stream(block.millis()).sum();
                clients += block.clients();
            }
            Arrays.sort(medians);
            return new Timing(medians[repeat / 2], min, max, clients / total * 1000);
        }
    }

    private record Block(double[] millis, long clients) {}

    private static Block block(Simulation simulation, double seconds) {
        double[] millis = new double[64];
        int rounds = 0;
        long clients = 0;
        long started = System.nanoTime();
        long before = started;
        while (rounds < FEWEST_ROUNDS || before - started < seconds * 1e9) {
            StepRecord step = simulation.next();
            long now = System.nanoTime();
            if (rounds == millis.length) {
                millis = Arrays.copyOf(millis, 2 * rounds);
            }
            millis[rounds++] = (now - before) / 1e6;
            clients += step.reports().size();
            before = now;
        }
        return new Block(Arrays.copyOf(millis, rounds), clients);
    }

    private static String number(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.3f" : "%.1f", millis);
    }
}
