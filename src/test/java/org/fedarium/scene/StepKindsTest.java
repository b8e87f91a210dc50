package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.network.Graph;
import org.fedarium.scene.RecordingSurface.Op;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.StepRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The stage, its words and the time-line of runs whose steps are not rounds.
class StepKindsTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final Texts CHINESE = new Texts(Locale.forLanguageTag("zh-CN"));

    private static Experiment mixing(String kind, String topology) {
        return Experiment.defaults()
                .with("coordination.kind", kind)
                .with("coordination.topology", topology);
    }

    private static Experiment versions(String kind) {
        return Experiment.defaults().with("coordination.kind", kind);
    }

    private static StageView view(Experiment experiment, int clients, Playhead at, Texts texts) {
        SampleTimeline timeline = SampleTimeline.of(clients, 10, 4, 0.6, true).as(experiment);
        if (timeline.info().rhythm() == Rhythm.VERSIONS) {
            timeline = timeline.withOthersAtWork();
        }
        return StageView.of(timeline, at, Theme.LIGHT, texts, 690, 600);
    }

    private static RecordingSurface paint(StageView view) {
        RecordingSurface surface = new RecordingSurface();
        new StagePainter().paint(surface, view);
        return surface;
    }

    private static RecordingSurface timeLine(StageView view) {
        RecordingSurface surface = new RecordingSurface();
        GanttPainter.paint(surface, view);
        return surface;
    }

    @Test
    void withoutAServerTheMeanIsNamedAndEveryEdgeOfTheRingIsALine() {
        StageView view = view(mixing("d-psgd", "ring"), 12, Playhead.START, ENGLISH);
        RecordingSurface surface = paint(view);
        assertThat(surface.texts())
                .contains("Mean of the models", "held by nobody")
                .doesNotContain("Global model");
        assertThat(view.links().edges()).hasSize(12);
        StageLayout layout = new StagePainter().layout(view);
        for (Graph.Edge edge : view.links().edges()) {
            double dx = layout.x()[edge.b()] - layout.x()[edge.a()];
            double dy = layout.y()[edge.b()] - layout.y()[edge.a()];
            assertThat(surface.of("line"))
                    .as("edge %s", edge)
                    .anyMatch(
                            op -> {
                                double ox = op.values()[2] - op.values()[0];
                                double oy = op.values()[3] - op.values()[1];
                                double offLine =
                                        (op.values()[0] - layout.x()[edge.a()]) * dy
                                                - (op.values()[1] - layout.y()[edge.a()]) * dx;
                                return Math.abs(ox * dy - oy * dx) < 1e-6
                                        && Math.abs(offLine) < 1e-6
                                        && Math.hypot(ox, oy) > 5;
                            });
        }
    }

    @Test
    void onAGridNeighboursStandBesideOrBelowEachOther() {
        StageView view = view(mixing("d-psgd", "grid"), 12, Playhead.START, ENGLISH);
        StageLayout layout = new StagePainter().layout(view);
        for (Graph.Edge edge : view.links().edges()) {
            double dx = Math.abs(layout.x()[edge.a()] - layout.x()[edge.b()]);
            double dy = Math.abs(layout.y()[edge.a()] - layout.y()[edge.b()]);
            assertThat(Math.min(dx, dy)).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void theStepsBeforeTrainingDoNotExistWithoutAServer() {
        StageView view =
                view(mixing("gossip", "ring"), 6, new Playhead(2, Phase.BROADCAST, 0.5), ENGLISH);
        assertThat(view.playhead()).isEqualTo(new Playhead(2, Phase.TRAIN, 0));
    }

    @Test
    void onlyTheDrawnPairsExchange() {
        Experiment pairs = mixing("gossip", "complete").with("coordination.pairs", 2L);
        SampleTimeline timeline = SampleTimeline.of(8, 10, 4, 1, false).as(pairs);
        Playhead at = new Playhead(3, Phase.UPLOAD, 0.5);
        StageView view = StageView.of(timeline, at, Theme.LIGHT, ENGLISH, 690, 600);
        List<Graph.Edge> met = view.exchanged();
        assertThat(met).hasSize(2);
        StageLayout layout = new StagePainter().layout(view);
        Moment moment = new Moment(view, layout);
        for (int k = 0; k < 8; k++) {
            int client = k;
            boolean meets = met.stream().anyMatch(e -> e.a() == client || e.b() == client);
            assertThat(moment.state[k])
                    .isEqualTo(meets ? ClientState.EXCHANGING : ClientState.RESTING);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 12, 40, 300})
    void everyPhaseIsPaintedInBothLanguagesWithoutLeavingTheStage(int clients) {
        List<Experiment> experiments =
                List.of(
                        mixing("d-psgd", "ring"),
                        mixing("d-psgd", "grid").with("coordination.order", "adapt-then-combine"),
                        mixing("d-psgd", "complete"),
                        mixing("gossip", "ring"),
                        versions("fedasync"),
                        versions("fedbuff"));
        for (Experiment experiment : experiments) {
            for (Phase phase : Phase.values()) {
                for (Texts texts : List.of(ENGLISH, CHINESE)) {
                    StageView view = view(experiment, clients, new Playhead(3, phase, 0.5), texts);
                    for (RecordingSurface surface : List.of(paint(view), timeLine(view))) {
                        for (Op op : surface.ops) {
                            assertThat(op.box()[0]).as("left of %s", op).isGreaterThan(-1);
                            assertThat(op.box()[1]).as("top of %s", op).isGreaterThan(-1);
                            assertThat(op.box()[2]).as("right of %s", op).isLessThan(691);
                            assertThat(op.box()[3]).as("bottom of %s", op).isLessThan(601);
                        }
                    }
                    FormulaCard.paint(new RecordingSurface(), view, 0, 0, 690, 96);
                    String said = Narration.of(view) + FormulaSentence.of(view);
                    assertThat(said).doesNotContain("{").doesNotContainPattern("\\b[Rr]ound");
                    if (experiment.section("coordination").kind().matches("d-psgd|gossip")) {
                        assertThat(said.replace("There is no server", "")).doesNotContain("server");
                    }
                    assertThat(ClientFacts.of(view, 0).sentence()).doesNotContain("{");
                }
            }
        }
    }

    @Test
    void aVersionSaysWhoArrivedHowOldAndByWhatFactorItCounts() {
        Experiment experiment =
                versions("fedasync")
                        .with("coordination.alpha", 0.6)
                        .with("coordination.staleness", "polynomial")
                        .with("coordination.a", 0.5);
        SampleTimeline timeline = SampleTimeline.of(5, 10, 4, 0.2, false).as(experiment);
        // The sample's members trained from version 0; version 4 has a present model of version 3.
        Playhead at = new Playhead(4, Phase.UPLOAD, 1);
        StageView view = StageView.of(timeline, at, Theme.LIGHT, ENGLISH, 690, 600);
        int client = timeline.step(4).reports().client()[0];
        // 0.6 (3 + 1)^-0.5 = 0.3.
        assertThat(Narration.of(view))
                .isEqualTo(
                        "C%d’s update arrives: 3 versions old, so it counts by a factor of 0.30."
                                .formatted(client + 1));
        assertThat(ClientFacts.of(view, client).sentence())
                .contains("Age of its update 3 versions old", "Staleness factor 0.30");
        assertThat(paint(view).texts()).contains("3 versions old", "waiting");
        assertThat(Formulas.of(view)).isEqualTo("θ_{4} = (1 − α_τ) θ_{3} + α_τ y");
        StageView buffered =
                StageView.of(timeline.as(versions("fedbuff")), at, Theme.LIGHT, ENGLISH, 690, 600);
        assertThat(Formulas.of(buffered)).startsWith("θ_{4} = θ_{3} + Σ_k (n_k / n) s(τ_k) Δ");
    }

    @Test
    void theFormulaOfMixingIsThatOfItsOrder() {
        Playhead at = new Playhead(2, Phase.AGGREGATE, 0.5);
        Experiment order = mixing("d-psgd", "ring");
        assertThat(Formulas.of(view(order, 6, at, ENGLISH)))
                .isEqualTo("θ_i⁺ = Σ_j W_{ij} θ_j + (y_i − θ_i)");
        Experiment other = order.with("coordination.order", "adapt-then-combine");
        assertThat(Formulas.of(view(other, 6, at, ENGLISH))).isEqualTo("θ_i⁺ = Σ_j W_{ij} y_j");
        assertThat(Formulas.of(view(mixing("gossip", "ring"), 6, at, ENGLISH)))
                .isEqualTo("θ_i⁺ = θ_j⁺ = (y_i + y_j) / 2");
    }

    @Test
    void attackersAndJudgedUpdatesHaveShapesOfTheirOwnAndAreExplained() {
        SampleTimeline timeline = SampleTimeline.of(6, 10, 3, 1, false);
        ClientReports r = timeline.step(2).reports();
        r.hostile()[1] = 1;
        r.status()[2] = (byte) Status.CLIPPED.ordinal();
        r.factor()[2] = 0.25;
        r.status()[3] = (byte) Status.DOWN_WEIGHTED.ordinal();
        r.factor()[3] = 0.4;
        Playhead at = new Playhead(2, Phase.AGGREGATE, 0.5);
        StageView view = StageView.of(timeline, at, Theme.LIGHT, ENGLISH, 900, 700);
        RecordingSurface surface = paint(view);
        assertThat(surface.texts())
                .contains("Hostile", "Clipped", "Counts less", "clipped to 25.0\u2009%");
        assertThat(surface.ops)
                .anyMatch(o -> o.color() == Theme.LIGHT.color("bad") && o.kind().contains("poly"));
        assertThat(ClientFacts.of(view, 2).sentence()).contains("shortened its update to 25.0");
        assertThat(ClientFacts.of(view, 3).sentence()).contains("40.0");
        assertThat(ClientFacts.of(view, 1).sentence()).contains("attacked");
        StageView before =
                StageView.of(
                        timeline,
                        new Playhead(2, Phase.TRAIN, 0.5),
                        Theme.LIGHT,
                        ENGLISH,
                        900,
                        700);
        assertThat(ClientFacts.of(before, 2).sentence()).doesNotContain("shortened");
    }

    @Test
    void aBarOfTheTimeLineIsAsLongAsTheTrainingTook() {
        SampleTimeline timeline = SampleTimeline.of(5, 10, 3, 1, false);
        StageView view = StageView.of(timeline, Playhead.endOf(3), Theme.LIGHT, ENGLISH, 690, 400);
        RecordingSurface surface = timeLine(view);
        GanttWindow window = GanttWindow.of(view);
        StepRecord step = timeline.step(3);
        double perSecond = (window.right() - window.left()) / (window.to() - window.from());
        for (int slot = 0; slot < 5; slot++) {
            double down = step.reports().downloadEnd()[slot];
            double until = Math.min(step.end(), step.reports().trainEnd()[slot]);
            int mark = Theme.LIGHT.client(step.reports().client()[slot]);
            assertThat(surface.ops)
                    .anyMatch(
                            o ->
                                    o.color() == mark
                                            && Math.abs(o.values()[0] - window.x(down)) < 1e-6
                                            && Math.abs(o.values()[2] - perSecond * (until - down))
                                                    < 1e-6);
        }
        assertThat(surface.texts()).contains("round 3", "Training", "Late or lost");
    }

    @Test
    void theTimeLineDoesNotShowWhatComesAfterThePlayhead() {
        StageView view =
                StageView.of(
                        SampleTimeline.of(5, 10, 3, 1, true),
                        new Playhead(2, Phase.TRAIN, 0.3),
                        Theme.LIGHT,
                        ENGLISH,
                        690,
                        400);
        StageView without =
                StageView.of(
                        SampleTimeline.of(5, 10, 3, 1, true).until(2),
                        view.playhead(),
                        Theme.LIGHT,
                        ENGLISH,
                        690,
                        400);
        assertThat(timeLine(view)).hasToString(timeLine(without).toString());
    }

    @Test
    void aRunKnowsItsRhythm() {
        SampleTimeline timeline = SampleTimeline.of(3, 10, 1, 1, false);
        assertThat(timeline.info().rhythm()).isEqualTo(Rhythm.ROUNDS);
        assertThat(timeline.as(versions("fedbuff")).info().rhythm()).isEqualTo(Rhythm.VERSIONS);
        assertThat(timeline.as(mixing("gossip", "ring")).info().rhythm()).isEqualTo(Rhythm.MIXING);
        assertThat(Arrays.stream(Rhythm.values()).map(Enum::name))
                .containsExactly("ROUNDS", "VERSIONS", "MIXING");
    }
}
