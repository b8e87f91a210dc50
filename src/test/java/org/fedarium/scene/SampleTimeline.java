package org.fedarium.scene;

import org.fedarium.data.Dataset;
import org.fedarium.data.Examples;
import org.fedarium.data.Task;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.model.MetricSpec;
import org.fedarium.model.ParameterLayout;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.simulation.StepRecord;
import org.fedarium.simulation.UnderWay;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A made-up run with plausible numbers, the same every time: for tests of pictures.
public final class SampleTimeline implements Timeline {
    private static final int BATCH = 16;
    private static final int EPOCHS = 2;

    private final RunInfo info;
    private final List<StepRecord> steps;

    private SampleTimeline(RunInfo info, List<StepRecord> steps) {
        this.info = info;
        this.steps = List.copyOf(steps);
    }

    /// `classes` = 1 makes a regression. With `troubles`, some members are late, dropped or
    /// rejected.
    public static SampleTimeline of(
            int clients, int classes, int rounds, double participation, boolean troubles) {
        Random random = new Random(7 * clients + classes);
        int[][] counts = new int[clients][classes];
        int[] examples = new int[clients];
        for (int k = 0; k < clients; k++) {
            int n = (int) (40 + 380 * Math.pow(random.nextDouble(), 2));
            for (int i = 0; i < n; i++) {
                int c = (int) (classes * Math.pow(random.nextDouble(), 1 + k % 4));
                counts[k][(c + 3 * k) % classes]++;
            }
            examples[k] = n;
        }
        if (troubles) {
            examples[2 % clients] = 0;
            counts[2 % clients] = new int[classes];
        }
        RunInfo info = info(clients, classes, examples, counts);
        List<StepRecord> steps = new ArrayList<>();
        steps.add(new StepRecord(0, ClientReports.empty(0), metrics(0), new int[0], 0, 0, 0, 0, 0));
        for (int r = 1; r <= rounds; r++) {
            steps.add(step(r, info, participation, troubles));
        }
        return new SampleTimeline(info, steps);
    }

    /// The same run with only its first rounds computed.
    public SampleTimeline until(int round) {
        return new SampleTimeline(info, steps.subList(0, round + 1));
    }

    /// The same run with clients that have names of their own.
    public SampleTimeline named(String name) {
        RunInfo changed =
                new RunInfo(
                        info.experiment(),
                        info.dataset(),
                        IntStream.range(0, info.clients().size())
                                .mapToObj(k -> name + " " + (char) ('A' + k))
                                .toList(),
                        info.layout(),
                        info.metrics(),
                        info.segments(),
                        info.notes(),
                        info.trainExamples(),
                        info.testExamples(),
                        info.estimatedBytes());
        return new SampleTimeline(changed, steps);
    }

    /// The same run as if it had been made with these settings.
    public SampleTimeline as(Experiment experiment) {
        RunInfo changed =
                new RunInfo(
                        experiment,
                        info.dataset(),
                        info.clients(),
                        info.layout(),
                        info.metrics(),
                        info.segments(),
                        info.notes(),
                        info.trainExamples(),
                        info.testExamples(),
                        info.estimatedBytes());
        return new SampleTimeline(changed, steps);
    }

    /// The same run with others at work in every step but the first. The non-members in turn: one
    /// is sent version 0 during the step, one trains, one sends, one is sent the newest version in
    /// the last tenth of the step and one waits. The first member is sent a version again, five
    /// seconds into the step.
    public SampleTimeline withOthersAtWork() {
        int clients = info.clients().size();
        return new SampleTimeline(
                info, steps.stream().map(step -> withOthersAtWork(step, clients)).toList());
    }

    private static StepRecord withOthersAtWork(StepRecord step, int clients) {
        List<double[]> rows = new ArrayList<>();
        int others = 0;
        for (int k = 0; k < clients && step.round() > 1; k++) {
            double start = step.start();
            double end = step.end();
            int newest = step.round() - 1;
            int slot = step.reports().slotOf(k);
            if (slot == 0) {
                rows.add(new double[] {k, newest, start + 5, end + 1, end + 2, end + 3});
            } else if (slot < 0) {
                switch (others++ % 5) {
                    case 0 -> rows.add(new double[] {k, 0, start, end + 1, end + 2, end + 3});
                    case 1 ->
                            rows.add(
                                    new double[] {
                                        k, 0, start - 2.5, start - 1.5, end + 2, end + 3
                                    });
                    case 2 ->
                            rows.add(new double[] {k, 0, start - 5, start - 4, start - 1, end + 3});
                    case 3 ->
                            rows.add(
                                    new double[] {
                                        k, newest, start + 8.1, start + 9.1, end + 2, end + 3
                                    });
                    default -> {
                        // Waits.
                    }
                }
            }
        }
        UnderWay work = UnderWay.empty(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            work.client()[i] = (int) rows.get(i)[0];
            work.version()[i] = (int) rows.get(i)[1];
            work.begin()[i] = rows.get(i)[2];
            work.downloadEnd()[i] = rows.get(i)[3];
            work.trainEnd()[i] = rows.get(i)[4];
            work.uploadEnd()[i] = rows.get(i)[5];
        }
        return new StepRecord(
                step.round(),
                step.reports(),
                work,
                step.metrics(),
                step.confusion(),
                step.updateNorm(),
                step.start(),
                step.end(),
                step.totalBytes(),
                step.totalSteps());
    }

    private static RunInfo info(int clients, int classes, int[] examples, int[][] counts) {
        boolean regression = classes == 1;
        List<String> names =
                regression ? List.of() : IntStream.range(0, classes).mapToObj(c -> "" + c).toList();
        Dataset data =
                new Dataset(
                        "sample",
                        "Sample",
                        regression ? Task.REGRESSION : Task.CLASSIFICATION,
                        "y",
                        List.of("x"),
                        names,
                        new Examples(new double[0], 0, 1, new int[0], new double[0]),
                        new int[0],
                        List.of(),
                        null,
                        List.of());
        ParameterLayout layout =
                new ParameterLayout(
                        List.of(
                                new ParameterLayout.Block("W1", 0, 64, 64, true),
                                new ParameterLayout.Block("b1", 4096, 1, 64, false),
                                new ParameterLayout.Block("W2", 4160, classes, 64, false)));
        List<MetricSpec> metrics =
                List.of(
                        new MetricSpec("testLoss", "Test loss", "", "nats", false, false),
                        regression
                                ? new MetricSpec("testR2", "R2", "", "", false, true)
                                : new MetricSpec("testAccuracy", "Accuracy", "", "", true, true));
        return new RunInfo(
                Experiment.defaults(),
                data,
                IntStream.range(0, clients).mapToObj(k -> "C" + (k + 1)).toList(),
                layout,
                metrics,
                List.of(new RunInfo.Segment(1, examples, counts, 0.8)),
                List.of(),
                IntStream.of(examples).sum(),
                800,
                1000);
    }

    private static double[] metrics(int round) {
        return new double[] {0.4 + 1.9 / (1 + 0.2 * round), 0.9 - 0.8 / (1 + 0.3 * round)};
    }

    private static StepRecord step(int round, RunInfo info, double share, boolean troubles) {
        Random random = new Random(1000L * round + info.clients().size());
        int clients = info.clients().size();
        int size = Math.max(1, (int) Math.round(share * clients));
        List<Integer> all = new ArrayList<>(IntStream.range(0, clients).boxed().toList());
        java.util.Collections.shuffle(all, random);
        int[] cohort = all.stream().limit(size).mapToInt(i -> i).sorted().toArray();
        ClientReports r = ClientReports.empty(size);
        double start = 10.0 * round;
        double total = 0;
        long bytes = 0;
        for (int s = 0; s < size; s++) {
            int k = cohort[s];
            int n = info.segments().getFirst().examples()[k];
            r.client()[s] = k;
            r.examples()[s] = n;
            r.steps()[s] = EPOCHS * ((n + BATCH - 1) / BATCH);
            Status status = status(k, n, troubles);
            r.status()[s] = (byte) status.ordinal();
            total += r.weight()[s] = status == Status.COUNTED ? n : 0;
            r.lossBefore()[s] = 2.2 / (1 + 0.15 * round) * (0.8 + 0.5 * random.nextDouble());
            r.lossAfter()[s] = r.lossBefore()[s] * (0.3 + 0.3 * random.nextDouble());
            r.updateNorm()[s] = 0.15 + 0.5 * random.nextDouble() / (1 + 0.05 * round);
            r.cosine()[s] = random.nextDouble();
            r.distance()[s] = r.updateNorm()[s];
            r.downloadEnd()[s] = start + 0.5;
            r.trainEnd()[s] = start + 0.5 + (0.5 + random.nextDouble()) * n / 60;
            r.trainEnd()[s] += status == Status.LATE ? 12 : 0;
            r.uploadEnd()[s] = r.trainEnd()[s] + 0.8;
            r.bytesDown()[s] = 4L * info.layout().size();
            r.bytesUp()[s] = 4L * info.layout().size();
            bytes += r.bytesDown()[s] + r.bytesUp()[s];
        }
        for (int s = 0; s < size; s++) {
            r.weight()[s] = total == 0 ? 0 : r.weight()[s] / total;
        }
        return new StepRecord(
                round, r, metrics(round), new int[0], 0.3, start, start + 9, bytes * round, 0);
    }

    private static Status status(int client, int examples, boolean troubles) {
        if (examples == 0) {
            return Status.EMPTY;
        }
        if (!troubles) {
            return Status.COUNTED;
        }
        return switch (client % 20) {
            case 8 -> Status.LATE;
            case 5 -> Status.DROPPED;
            case 6 -> Status.REJECTED;
            default -> Status.COUNTED;
        };
    }

    /// Local steps of a round, falling with noise.
    public LocalTrace trace(int round) {
        ClientReports r = steps.get(round).reports();
        double[][] loss = new double[r.size()][];
        double[][] value = new double[r.size()][];
        for (int s = 0; s < r.size(); s++) {
            Random random = new Random(31L * round + r.client()[s]);
            int n = r.steps()[s];
            loss[s] = new double[n];
            value[s] = new double[n + 1];
            for (int i = 0; i < n; i++) {
                double fall = Math.exp(-6.0 * i / n);
                loss[s][i] =
                        r.lossAfter()[s]
                                + (r.lossBefore()[s] - r.lossAfter()[s]) * fall
                                + 0.06 * random.nextGaussian();
            }
        }
        return new LocalTrace(round, 0, r.client(), loss, value, 0, 1);
    }

    @Override
    public long runId() {
        return 1;
    }

    @Override
    public RunInfo info() {
        return info;
    }

    @Override
    public int lastRound() {
        return steps.size() - 1;
    }

    @Override
    public StepRecord step(int round) {
        return steps.get(round);
    }

    @Override
    public double metric(int round, int index) {
        return steps.get(round).metrics()[index];
    }

    @Override
    public double clientLoss(int round, int client) {
        ClientReports r = steps.get(round).reports();
        int slot = r.slotOf(client);
        return slot < 0 ? Double.NaN : r.lossAfter()[slot];
    }

    @Override
    public double @Nullable [] parameters(int round) {
        return null;
    }

    @Override
    public List<Mark> marks() {
        return List.of();
    }

    @Override
    public @Nullable ReferenceCurves references() {
        return null;
    }

    @Override
    public @Nullable Ghost ghost() {
        return null;
    }
}
