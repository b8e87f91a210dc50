package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.RunSetup;
import org.fedarium.lab.BatchRun;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.RecordingSurface.Op;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.StepRecord;
import org.fedarium.support.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// What the stage shows of clients that are at work while a version is made of others' updates.
class AtWorkTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final Texts CHINESE = new Texts(Locale.forLanguageTag("zh-CN"));

    private static Experiment experiment(String kind, int steps) {
        return Experiment.defaults()
                .with("data.kind", "penguins")
                .with("partition.clients", 8L)
                .with("participation.fraction", 0.7)
                .with("network.kind", "lognormal")
                .with("network.dropout", 0.2)
                .with("evaluation.references", false)
                .with("coordination.kind", kind)
                .with("rounds", (long) steps);
    }

    private static void run(Experiment experiment, Consumer<Timeline> use) {
        RunSetup setup = new RunSetup(experiment, new SampleFiles());
        try (BatchRun run = new BatchRun(setup, Runnable::run, 1, () -> false)) {
            run.run((step, model, models) -> {});
            use.accept(run.timeline());
        }
    }

    private static List<Playhead> places(int steps) {
        List<Playhead> all = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            for (Phase phase : Phase.values()) {
                all.add(new Playhead(step, phase, 0));
                all.add(new Playhead(step, phase, 0.37));
            }
            all.add(Playhead.endOf(step));
        }
        return all;
    }

    private static StageView view(Timeline timeline, Playhead at, Texts texts) {
        return StageView.of(timeline, at, Theme.LIGHT, texts, 900, 700);
    }

    private static StageView sample(Phase phase, double fraction, Texts texts) {
        SampleTimeline timeline =
                SampleTimeline.of(6, 10, 4, 0.1, false)
                        .as(Experiment.defaults().with("coordination.kind", "fedasync"))
                        .withOthersAtWork();
        return view(timeline, new Playhead(4, phase, fraction), texts);
    }

    private static Moment moment(StageView view) {
        return new Moment(view, StageLayout.of(view));
    }

    /// The clients of a sample that are not members, in order.
    private static int[] others(StageView view) {
        ClientReports r = java.util.Objects.requireNonNull(view.step()).reports();
        return java.util.stream.IntStream.range(0, 6).filter(k -> r.slotOf(k) < 0).toArray();
    }

    @Test
    void atAMomentEachDoesWhatTheVirtualClockSays() {
        // Step 4 lasts from 40 to 49 s; 1400 of 3600 ms are 38.9 % of it: 43.5 s.
        StageView view = sample(Phase.TRAIN, 0.5, ENGLISH);
        int[] k = others(view);
        Moment m = moment(view);
        assertThat(m.state[k[0]]).isEqualTo(ClientState.RECEIVING);
        assertThat(m.travel(k[0])).isCloseTo(3.5 / 10, within(1e-9));
        // Sent at 37.5, received at 38.5, trained at 51.
        assertThat(m.state[k[1]]).isEqualTo(ClientState.TRAINING);
        assertThat(m.trained(k[1])).isCloseTo(5 / 12.5, within(1e-9));
        // Trained at 39, at the server at 52.
        assertThat(m.state[k[2]]).isEqualTo(ClientState.UPLOADING);
        assertThat(m.travel(k[2])).isCloseTo(4.5 / 13, within(1e-9));
        // It is sent a model at 48.1 and does not yet know.
        assertThat(m.state[k[3]]).isEqualTo(ClientState.IDLE);
        assertThat(m.state[k[4]]).isEqualTo(ClientState.IDLE);
        Moment end = moment(sample(Phase.EVALUATE, 1, ENGLISH));
        assertThat(end.state[k[3]]).isEqualTo(ClientState.RECEIVING);
        assertThat(end.travel(k[3])).isCloseTo(0.9, within(1e-9));
        assertThat(end.state[k[4]]).isEqualTo(ClientState.IDLE);
    }

    @Test
    void captionsFactsAndTheTableSayOnWhichVersionItWorks() {
        StageView view = sample(Phase.TRAIN, 0.5, ENGLISH);
        int[] k = others(view);
        RecordingSurface surface = new RecordingSurface();
        new StagePainter().paint(surface, view);
        assertThat(surface.texts().stream().filter("on version 0"::equals)).hasSize(3);
        assertThat(surface.texts().stream().filter("waiting"::equals)).hasSize(2);
        assertThat(ClientFacts.of(view, k[0]).state()).isEqualTo("version 0 is on its way to it");
        assertThat(ClientFacts.of(view, k[1]).sentence())
                .contains(": training on its own data, from version 0;")
                .endsWith("At work on version 0, since 37.5\u2009s");
        assertThat(ClientFacts.of(view, k[2]).state())
                .isEqualTo("its update, made from version 0, is on its way");
        assertThat(ClientFacts.of(view, k[4]).state())
                .isEqualTo("waiting until the server sends it a version");
        for (ClientTable.Row row : ClientTable.of(view)) {
            assertThat(row.state()).isEqualTo(ClientFacts.of(view, row.client()).state());
        }
        assertThat(Narration.of(view)).endsWith("Also at work: 3.");
        assertThat(Narration.of(sample(Phase.SELECT, 0.5, ENGLISH)))
                .endsWith("Also at work: 3; waiting: 2.");
        assertThat(Narration.of(sample(Phase.SELECT, 0.5, CHINESE))).endsWith("另有 3 个在工作，2 个在等待。");
        assertThat(ClientFacts.of(sample(Phase.TRAIN, 0.5, CHINESE), k[1]).state())
                .isEqualTo("正在用自己的数据训练，从版本 0 开始");
    }

    @Test
    void aMemberIsAtWorkAgainOnceItsUpdateHasArrived() {
        // Sent version 3 at 45 s; the upload is at 45.5 s when 0.3 of it is over.
        StageView early = sample(Phase.UPLOAD, 0.3, ENGLISH);
        int member = java.util.Objects.requireNonNull(early.step()).reports().client()[0];
        assertThat(moment(early).state[member]).isEqualTo(ClientState.UPLOADING);
        assertThat(ClientFacts.of(early, member).sentence()).doesNotContain("At work");
        StageView late = sample(Phase.UPLOAD, 1, ENGLISH);
        assertThat(moment(late).state[member]).isEqualTo(ClientState.SENT);
        assertThat(ClientFacts.of(late, member).sentence())
                .contains("; At work again on version 3, since 45.0\u2009s;");
    }

    /// What a client was doing at a moment, told from the reports of later steps: its version and
    /// the times at which that began and what followed; null when it had nothing to do. The version
    /// that a step makes is sent in the next one.
    private static double[] truth(Timeline timeline, int client, int round, double now) {
        for (int t = round + 1; t <= timeline.lastRound(); t++) {
            ClientReports r = timeline.step(t).reports();
            for (int s = 0; s < r.size(); s++) {
                if (r.client()[s] == client) {
                    return r.begin()[s] > now || r.version()[s] == round
                            ? null
                            : new double[] {r.version()[s], r.downloadEnd()[s], r.trainEnd()[s]};
                }
            }
        }
        throw new AssertionError("The run is too short to know about client " + client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedasync", "fedbuff"})
    void theStageAndTheTimeLineShowWhatLaterReportsTell(String kind) {
        run(
                experiment(kind, 150),
                timeline -> {
                    int working = 0;
                    int idle = 0;
                    for (Playhead at : places(20)) {
                        StageView view = view(timeline, at, ENGLISH);
                        Moment m = moment(view);
                        GanttWindow window = GanttWindow.of(view);
                        RecordingSurface surface = new RecordingSurface();
                        GanttPainter.paint(surface, view);
                        StepRecord step = timeline.step(at.round());
                        for (int k = 0; k < view.clients(); k++) {
                            if (step.reports().slotOf(k) >= 0) {
                                continue;
                            }
                            double now = window.now();
                            double[] truth = truth(timeline, k, at.round(), now);
                            assertThat(m.isApart(k)).as("%s %s", at, k).isEqualTo(truth != null);
                            if (truth == null) {
                                assertThat(m.state[k]).isEqualTo(ClientState.IDLE);
                                idle++;
                                continue;
                            }
                            assertThat(m.work.version(k)).isEqualTo((int) truth[0]);
                            ClientState state =
                                    now < truth[1]
                                            ? ClientState.RECEIVING
                                            : now < truth[2]
                                                    ? ClientState.TRAINING
                                                    : ClientState.UPLOADING;
                            assertThat(m.state[k]).isEqualTo(state);
                            if (state == ClientState.TRAINING && now > truth[1] + 1e-6) {
                                assertThat(surface.ops)
                                        .as("the bar of %s at %s", k, at)
                                        .anyMatch(bar(view, window, k, truth[1]));
                            }
                            working++;
                        }
                    }
                    assertThat(working).isGreaterThan(200);
                    assertThat(idle).isGreaterThan(100);
                });
    }

    /// A block of a client's colour in its row from some time up to the playhead.
    private static java.util.function.Predicate<Op> bar(
            StageView view, GanttWindow window, int client, double from) {
        double y = window.middle(window.rowOf(client));
        return op ->
                op.color() == Theme.LIGHT.client(client)
                        && op.values().length >= 4
                        && Math.abs(op.values()[0] - window.x(from)) < 1e-6
                        && Math.abs(op.values()[1] + window.barHeight() / 2 - y) < 1e-6
                        && Math.abs(
                                        op.values()[2]
                                                - Math.max(
                                                        1, window.x(window.now()) - window.x(from)))
                                < 1e-6;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedasync", "fedbuff"})
    void nothingDependsOnWhatIsComputedLater(String kind) {
        List<String> longer = new ArrayList<>();
        run(experiment(kind, 30), timeline -> longer.addAll(all(timeline)));
        run(experiment(kind, 8), timeline -> assertThat(all(timeline)).isEqualTo(longer));
    }

    private static List<String> all(Timeline timeline) {
        List<String> all = new ArrayList<>();
        for (Playhead at : places(8)) {
            StageView view = view(timeline, at, ENGLISH);
            RecordingSurface surface = new RecordingSurface();
            new StagePainter().paint(surface, view);
            GanttPainter.paint(surface, view);
            StringBuilder said = new StringBuilder(surface.toString()).append(Narration.of(view));
            for (int k = 0; k < view.clients(); k++) {
                said.append(ClientFacts.of(view, k).sentence());
            }
            all.add(said.toString());
        }
        return all;
    }
}
