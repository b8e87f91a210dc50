package org.fedarium.scene.why;

import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.model.MetricSpec;
import org.fedarium.scene.SampleTimeline;
import org.fedarium.scene.StageView;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A run whose measurements a test sets by hand. All members of the last round count with equal
/// weight, lower their own loss from 1 to 0.5, and hold one example of every class, unless changed.
final class FakeRun implements Timeline {
    private static final List<String> METRICS =
            List.of(
                    "testLoss",
                    "testAccuracy",
                    "trainLoss",
                    "cosineMean",
                    "consensus",
                    "localMean",
                    "cohortMean",
                    "clientMean",
                    "clientWorstDecile",
                    "personalMean",
                    "attackSuccess",
                    "clippingBound");

    final ClientReports reports;
    final int[][] labels;
    int[] confusion = new int[0];
    double updateNorm = 1;
    double @Nullable [] optimum;
    private final int rounds;
    private final int clients;
    private final boolean regression;
    private final List<Map<String, Double>> metrics = new ArrayList<>();
    private Experiment experiment = Experiment.defaults();

    private FakeRun(int clients, int members, int rounds, boolean regression) {
        this.clients = clients;
        this.rounds = rounds;
        this.regression = regression;
        this.reports = ClientReports.empty(members);
        this.labels = new int[clients][4];
        for (int[] row : labels) {
            Arrays.fill(row, 1);
        }
        for (int r = 0; r <= rounds; r++) {
            metrics.add(new HashMap<>(Map.of("testLoss", 1.0, "trainLoss", 1.0)));
        }
        for (int s = 0; s < members; s++) {
            reports.client()[s] = s;
            reports.examples()[s] = 10;
            reports.weight()[s] = 1.0 / members;
            reports.lossBefore()[s] = 1;
            reports.lossAfter()[s] = 0.5;
            reports.updateNorm()[s] = 1;
            reports.cosine()[s] = 1;
            reports.factor()[s] = 1;
        }
    }

    static FakeRun of(int members) {
        return new FakeRun(members, members, 1, false);
    }

    static FakeRun of(int clients, int members, int rounds) {
        return new FakeRun(clients, members, rounds, false);
    }

    static FakeRun regression(int members, int rounds) {
        return new FakeRun(members, members, rounds, true);
    }

    FakeRun with(String path, Object value) {
        experiment = experiment.with(path, value);
        return this;
    }

    /// A metric after the last round.
    FakeRun measured(String id, double value) {
        return measured(rounds, id, value);
    }

    FakeRun measured(int round, String id, double value) {
        metrics.get(round).put(id, value);
        return this;
    }

    FakeRun status(Status status, int... slots) {
        for (int s : slots) {
            reports.status()[s] = (byte) status.ordinal();
        }
        return this;
    }

    FakeRun hostile(int... slots) {
        for (int s : slots) {
            reports.hostile()[s] = 1;
        }
        return this;
    }

    FakeRun weights(double... weights) {
        System.arraycopy(weights, 0, reports.weight(), 0, weights.length);
        return this;
    }

    FakeRun norms(double... norms) {
        System.arraycopy(norms, 0, reports.updateNorm(), 0, norms.length);
        return this;
    }

    StageView view(Playhead at, Texts texts) {
        return StageView.of(this, at, Theme.LIGHT, texts, 690, 600);
    }

    StageView end() {
        return view(Playhead.endOf(rounds), new Texts(Locale.ENGLISH));
    }

    StageView at(Phase phase) {
        return view(new Playhead(rounds, phase, 1), new Texts(Locale.ENGLISH));
    }

    Optional<Reason> ask(Cause cause) {
        return cause.in(new Evidence(end()));
    }

    /// What a cause says at the end of the last round; empty when it says nothing.
    String say(Cause cause) {
        return ask(cause).map(r -> r.sentence(end().texts())).orElse("");
    }

    /// Keys of what a cause says.
    TreeSet<String> keys(Cause cause) {
        TreeSet<String> keys = new TreeSet<>();
        ask(cause).ifPresent(r -> r.parts().forEach(p -> keys.add(p.key().substring(10))));
        return keys;
    }

    @Override
    public long runId() {
        return 1;
    }

    @Override
    public RunInfo info() {
        RunInfo base = SampleTimeline.of(clients, regression ? 1 : 4, 0, 1, false).info();
        List<MetricSpec> specs =
                METRICS.stream()
                        .map(id -> regression ? id.replace("testAccuracy", "testR2") : id)
                        .map(id -> new MetricSpec(id, id, "", "", id.equals("testAccuracy"), true))
                        .toList();
        int[] examples = new int[clients];
        for (int s = 0; s < reports.size(); s++) {
            examples[reports.client()[s]] = reports.examples()[s];
        }
        return new RunInfo(
                experiment,
                base.dataset(),
                base.clients(),
                base.layout(),
                specs,
                List.of(new RunInfo.Segment(1, examples, labels, 0)),
                List.of(),
                100,
                100,
                0);
    }

    @Override
    public int lastRound() {
        return rounds;
    }

    @Override
    public StepRecord step(int round) {
        double[] values =
                METRICS.stream()
                        .mapToDouble(id -> metrics.get(round).getOrDefault(id, Double.NaN))
                        .toArray();
        ClientReports r = round == 0 ? ClientReports.empty(0) : reports;
        return new StepRecord(round, r, values, confusion, updateNorm, 0, 1, 0, 0);
    }

    @Override
    public double metric(int round, int index) {
        return step(round).metrics()[index];
    }

    @Override
    public double clientLoss(int round, int client) {
        return Double.NaN;
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
        double[] best = optimum;
        return best == null
                ? null
                : new ReferenceCurves(
                        new double[0][],
                        new int[0],
                        new double[0][],
                        new double[0][],
                        best,
                        new double[0]);
    }

    @Override
    public @Nullable Ghost ghost() {
        return null;
    }
}
