package org.fedarium.chart;

import org.fedarium.data.Dataset;
import org.fedarium.data.Examples;
import org.fedarium.data.Task;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.StepTotals;
import org.fedarium.lab.Timeline;
import org.fedarium.model.MetricSpec;
import org.fedarium.model.ParameterLayout;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A made-up run whose curves look like a real one's. Every number of a round depends only on the
/// seed, the round and the client, so runs of different length share their beginning.
public final class FakeTimeline implements Timeline {
    static final int LOSS = 0;
    static final int ACCURACY = 1;
    static final int R2 = 2;
    static final int MEAN = 3;
    static final int WORST = 4;
    static final int DEVIATION = 5;
    static final int LOCAL = 6;
    static final int STEPS = 34;

    private final List<StepTotals> totals = new ArrayList<>();

    /// Bytes to and from each client in a round.
    static final long DOWN = 400_000;

    static final long UP = 100_000;

    private final RunInfo info;
    private final int last;
    private final long seed;
    private final double skew;
    private final List<Mark> marks;
    private final @Nullable Ghost ghost;
    private final @Nullable ReferenceCurves references;
    private final boolean broken;
    private final boolean sparse;

    private FakeTimeline(Builder b) {
        this.last = b.last;
        this.seed = b.seed;
        this.skew = b.skew;
        this.marks = List.copyOf(b.marks);
        this.ghost = b.ghost;
        this.broken = b.broken;
        this.sparse = b.sparse;
        List<String> clients = IntStream.rangeClosed(1, b.clients).mapToObj(k -> "C" + k).toList();
        String data = b.tested ? "test" : "train";
        this.info =
                new RunInfo(
                        new Experiment(
                                "fake",
                                "",
                                1,
                                b.rounds,
                                experiment(b.coordination).sections(),
                                List.of(),
                                null),
                        new Dataset(
                                "fake",
                                "Fake",
                                Task.CLASSIFICATION,
                                "digit",
                                List.of("a"),
                                IntStream.range(0, b.classes).mapToObj(String::valueOf).toList(),
                                new Examples(new double[1], 1, 1, new int[1], new double[0]),
                                new int[0],
                                List.of(),
                                null,
                                List.of()),
                        clients,
                        new ParameterLayout(
                                List.of(
                                        new ParameterLayout.Block("W1", 0, 3, 5, false),
                                        new ParameterLayout.Block("b1", 15, 1, 3, false))),
                        metrics(data, b.scored),
                        List.of(),
                        List.of(),
                        2400,
                        b.tested ? 800 : 0,
                        0);
        this.references = b.references ? curves(b.optimum) : null;
    }

    private static Experiment experiment(String coordination) {
        Experiment experiment = Experiment.defaults();
        return coordination.isEmpty()
                ? experiment
                : experiment.with("coordination.kind", coordination);
    }

    private static List<MetricSpec> metrics(String data, boolean scored) {
        List<MetricSpec> metrics =
                new ArrayList<>(
                        List.of(
                                new MetricSpec(data + "Loss", "Loss", "", "nats", false, false),
                                new MetricSpec(data + "Accuracy", "Accuracy", "", "", true, true),
                                new MetricSpec(data + "R2", "R2", "", "", false, true)));
        if (scored) {
            metrics.add(new MetricSpec("clientMean", "", "", "", true, true));
            metrics.add(new MetricSpec("clientWorstDecile", "", "", "", true, true));
            metrics.add(new MetricSpec("clientSpread", "", "", "share", false, false));
            metrics.add(new MetricSpec("localMean", "", "", "", true, true));
            metrics.add(new MetricSpec("personalMean", "", "", "", true, true));
        }
        return metrics;
    }

    public static Builder of(int clients, int rounds, int last) {
        return new Builder(clients, rounds, last);
    }

    /// What a made-up run is like.
    public static final class Builder {
        private final int clients;
        private final int rounds;
        private final int last;
        private long seed = 7;
        private double skew = 0.35;
        private List<Mark> marks = List.of();
        private @Nullable Ghost ghost;
        private boolean references;
        private boolean optimum;
        private boolean broken;
        private boolean tested = true;
        private boolean scored;
        private boolean sparse;
        private int classes = 2;
        private String coordination = "";

        Builder(int clients, int rounds, int last) {
            this.clients = clients;
            this.rounds = rounds;
            this.last = last;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder forkedAt(int round) {
            marks =
                    List.of(
                            new Mark(
                                    round,
                                    List.of("partition.alpha"),
                                    List.of("3.0"),
                                    List.of("0.2")));
            Timeline before = new Builder(clients, rounds, rounds).seed(seed).skew(0.1).build();
            ghost = new Ghost(round, before, rounds);
            return this;
        }

        Builder skew(double value) {
            skew = value;
            return this;
        }

        public Builder references() {
            references = true;
            return this;
        }

        /// References have a closed-form optimum; its parameters are all 1.4.
        Builder optimum() {
            references = true;
            optimum = true;
            return this;
        }

        /// From round 3 on the numbers are not finite.
        public Builder broken() {
            broken = true;
            return this;
        }

        public Builder untested() {
            tested = false;
            return this;
        }

        /// Every client has a score on test data of its own.
        public Builder scored() {
            scored = true;
            return this;
        }

        /// Every client takes local steps in two rounds of three only.
        Builder sparse() {
            sparse = true;
            return this;
        }

        Builder classes(int count) {
            classes = count;
            return this;
        }

        Builder coordination(String kind) {
            coordination = kind;
            return this;
        }

        public FakeTimeline build() {
            return new FakeTimeline(this);
        }
    }

    private double noise(int round, int client, int purpose) {
        long key = ((seed * 31 + round) * 1009 + client) * 17 + purpose;
        return new Random(key * 0x9E3779B97F4A7C15L).nextGaussian();
    }

    private double trend(int round) {
        return 0.45 + 1.85 * Math.exp(-round / 14.0);
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
        return last;
    }

    private void check(int round) {
        if (round < 0 || round > last) {
            throw new IndexOutOfBoundsException("Round " + round + " of " + last);
        }
    }

    private boolean afterFork(int round) {
        return !marks.isEmpty() && round > marks.getFirst().afterRound();
    }

    @Override
    public double metric(int round, int index) {
        check(round);
        if (broken && round >= 3) {
            return round % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        double wobble = afterFork(round) ? 0.08 + 0.05 * noise(round, -1, index) : 0;
        double loss = trend(round) + wobble + 0.008 * noise(round, -1, 9);
        double accuracy = Math.max(0, Math.min(1, 1.05 - loss / 2.4));
        double deviation = 0.06 + 0.14 * accuracy * (1 - accuracy);
        return switch (index) {
            case LOSS -> loss;
            case ACCURACY -> accuracy;
            case R2 -> 1.1 - loss;
            case MEAN -> 0.97 * accuracy;
            case WORST -> Math.max(0, 0.97 * accuracy - 1.7 * deviation);
            case DEVIATION -> deviation;
            case LOCAL -> round == 0 ? Double.NaN : Math.min(1, accuracy + 0.06);
            default -> Double.NaN;
        };
    }

    @Override
    public synchronized StepTotals totals(int round) {
        while (totals.size() <= round) {
            StepTotals before = totals.isEmpty() ? null : totals.getLast();
            totals.add(StepTotals.of(step(totals.size()), before));
        }
        return totals.get(round);
    }

    @Override
    public double clientLoss(int round, int client) {
        check(round);
        if (round == 0 || new Random(seed + 77L * round + 13L * client).nextInt(12) == 0) {
            return Double.NaN;
        }
        double spread = afterFork(round) ? skew : 0.06;
        double own = noise(0, client, 3) * spread * (1 - Math.exp(-round / 8.0));
        return trend(round) * Math.exp(own - spread * 0.7 + 0.3 * spread * noise(round, client, 4));
    }

    @Override
    public StepRecord step(int round) {
        check(round);
        int clients = round == 0 ? 0 : info.clients().size();
        ClientReports reports = ClientReports.empty(clients);
        for (int k = 0; k < clients; k++) {
            reports.client()[k] = k;
            reports.lossAfter()[k] = clientLoss(round, k);
            reports.weight()[k] = 1.0 / 3;
            reports.bytesDown()[k] = DOWN;
            reports.bytesUp()[k] = UP;
            reports.begin()[k] = end(round - 1);
            reports.uploadEnd()[k] = end(round - 1) + clientTime(round, k);
        }
        double[] metrics =
                IntStream.range(0, info.metrics().size())
                        .mapToDouble(i -> metric(round, i))
                        .toArray();
        int members = info.clients().size();
        return new StepRecord(
                round,
                reports,
                metrics,
                confusion(round),
                0.1 * round,
                end(Math.max(0, round - 1)),
                end(round),
                (DOWN + UP) * members * round,
                (long) STEPS * members * round);
    }

    /// Virtual seconds at which a round ends.
    static double end(int round) {
        return 8 * round + 0.5 * (round % 4);
    }

    /// Virtual seconds that a client needs in a round: 1.0, 1.5, ..., 6.5.
    static double clientTime(int round, int client) {
        return 1 + 0.5 * ((7 * client + 3 * round) % 12);
    }

    /// 100 test examples of each class; those that are not recognised go to the next class.
    private int[] confusion(int round) {
        int classes = info.dataset().classNames().size();
        int[] counts = new int[classes * classes];
        for (int c = 0; c < classes && info.testExamples() > 0; c++) {
            int right = recognised(round, c);
            counts[c * classes + c] = right;
            counts[c * classes + (c + 1) % classes] = 100 - right;
        }
        return counts;
    }

    /// Of 100 test examples of a class those that are recognised.
    int recognised(int round, int index) {
        double harder = 1 + 0.09 * ((5 * index) % 13);
        double share = 1.12 - trend(round) / 2.4 * harder + 0.03 * noise(round, index, 8);
        return (int) Math.round(100 * Math.max(0, Math.min(1, share)));
    }

    static boolean takesPart(int round, int client) {
        return (round + client) % 3 != 0;
    }

    double global(int round) {
        double value = 0.91;
        for (int r = 1; r <= round; r++) {
            value += 0.012 + 0.006 * noise(r, -1, 5);
        }
        return value;
    }

    @Override
    public double @Nullable [] parameters(int round) {
        check(round);
        double[] theta = new double[info.layout().size()];
        java.util.Arrays.fill(theta, global(round));
        return theta;
    }

    @Override
    public List<Mark> marks() {
        return marks;
    }

    @Override
    public @Nullable ReferenceCurves references() {
        return references;
    }

    private ReferenceCurves curves(boolean optimum) {
        int rounds = info.experiment().rounds();
        double[][] central = new double[rounds + 1][];
        for (int r = 0; r <= rounds; r++) {
            double loss = 0.35 + 1.95 * Math.exp(-r / 10.0);
            central[r] = new double[] {loss, 1.05 - loss / 2.4, 1.1 - loss};
        }
        double[] alone = {1.02, 0.6, 0.1};
        return new ReferenceCurves(
                central,
                new int[] {0, 5, 10, 20, 40, 80},
                new double[][] {central[0], {1.5, 0.4, 0}, {1.2, 0.5, 0}, alone, alone, alone},
                new double[0][],
                optimum ? new double[] {0.31, 0.93, 0.8} : null,
                optimum ? IntStream.range(0, 18).mapToDouble(i -> 1.4).toArray() : null);
    }

    @Override
    public @Nullable Ghost ghost() {
        return ghost;
    }

    /// The local steps of a round.
    public LocalTrace trace(int round, int parameter) {
        int clients = info.clients().size();
        int[] client = IntStream.range(0, clients).toArray();
        double[][] value = new double[clients][STEPS + 1];
        for (int k = 0; k < clients; k++) {
            if (sparse && !takesPart(round, k)) {
                value[k] = new double[0];
                continue;
            }
            double pull = 0.06 * noise(1, k, 6) - (k == 1 ? -0.13 : 0.01);
            value[k][0] = global(round - 1);
            for (int i = 1; i <= STEPS; i++) {
                double way = 1 - Math.exp(-3.0 * i / STEPS);
                value[k][i] =
                        value[k][0]
                                + pull * way
                                + 0.004 * noise(round, k, 100 + i)
                                + 0.002 * noise(round, k, 300 + i / 4);
            }
        }
        return new LocalTrace(
                round,
                parameter,
                client,
                new double[clients][STEPS],
                value,
                global(round - 1),
                global(round));
    }

    /// What the charts of one parameter ask for.
    public List<@Nullable LocalTrace> traces(Playhead playhead, int parameter) {
        List<@Nullable LocalTrace> traces = new ArrayList<>();
        for (int round : RunCharts.roundsOfParameter(playhead)) {
            traces.add(trace(round, parameter));
        }
        for (int round : RunCharts.roundsOfPaths(playhead, info.experiment().rounds())) {
            traces.add(trace(round, parameter));
        }
        return traces;
    }
}
