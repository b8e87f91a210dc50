package org.fedarium.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.junit.jupiter.api.Test;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Random;

class ChartDataTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private static ChartData data(FakeTimeline run, ChartKind kind, Playhead at, int selected) {
        ChartOptions options = ChartOptions.of(run.info()).withSelected(selected);
        return new RunCharts(run).data(kind, at, options, run.traces(at, 0), TEXTS);
    }

    @Test
    void numbersOnTheLossChartAreTheTimelines() {
        FakeTimeline run = FakeTimeline.of(12, 100, 60).build();
        ChartData chart = data(run, ChartKind.LOSS, Playhead.endOf(40), -1);
        Series global = chart.series("global");
        assertThat(global.size()).isEqualTo(41);
        for (int r = 0; r <= 40; r++) {
            assertThat(global.x()[r]).isEqualTo(r);
            assertThat(global.y()[r]).isEqualTo(run.metric(r, FakeTimeline.LOSS));
        }
        for (int k = 0; k < 12; k++) {
            Series client = chart.series("client." + k);
            for (int i = 0; i < client.size(); i++) {
                assertThat(client.y()[i]).isEqualTo(run.clientLoss((int) client.x()[i], k));
            }
        }
        assertThat(global.label()).startsWith("global 0.");
    }

    @Test
    void roundsBeyondThePlayheadChangeNothing() {
        Random random = new Random(5);
        for (int trial = 0; trial < 15; trial++) {
            int round = random.nextInt(60);
            Phase phase = Phase.values()[random.nextInt(6)];
            Playhead at =
                    round == 0 ? Playhead.START : new Playhead(round, phase, random.nextDouble());
            for (int clients : List.of(5, 50)) {
                FakeTimeline now = FakeTimeline.of(clients, 80, round).references().build();
                FakeTimeline later = FakeTimeline.of(clients, 80, 80).references().build();
                for (ChartKind kind : ChartKind.values()) {
                    ChartData a = data(now, kind, at, 1);
                    assertThat(a)
                            .usingRecursiveComparison()
                            .withComparatorForType(Double::compare, Double.class)
                            .isEqualTo(data(later, kind, at, 1));
                    a.series().stream()
                            .filter(s -> s.role() != Series.Role.OPTIMUM)
                            .forEach(s -> assertThat(s.lastX()).isLessThanOrEqualTo(round));
                }
            }
        }
    }

    @Test
    void aGhostMayReachBeyondThePlayhead() {
        FakeTimeline run = FakeTimeline.of(5, 100, 60).forkedAt(20).build();
        ChartData chart = data(run, ChartKind.LOSS, Playhead.endOf(30), -1);
        assertThat(chart.series("ghost").lastX()).isEqualTo(chart.x().max());
        assertThat(chart.series("ghost").x()[0]).isEqualTo(20);
        assertThat(chart.marks()).containsExactly(new ChartData.Mark(20, "α 3.0 → 0.2"));
        assertThat(chart.series("ghost").label()).isEqualTo("earlier run, α 3.0");
    }

    @Test
    void manyClientsBecomeMedianAndBandWithTheSelectedOneOnTop() {
        FakeTimeline run = FakeTimeline.of(300, 100, 60).build();
        ChartData chart = data(run, ChartKind.LOSS, Playhead.endOf(50), 7);
        assertThat(chart.series().stream().map(Series::id).toList())
                .containsExactly("median", "client.7", "global");
        assertThat(chart.bands()).hasSize(1);
        double[] losses = new double[300];
        int size = 0;
        for (int k = 0; k < 300; k++) {
            double loss = run.clientLoss(50, k);
            losses[size] = Double.isNaN(loss) ? losses[size] : loss;
            size += Double.isNaN(loss) ? 0 : 1;
        }
        double[] sorted = java.util.Arrays.copyOf(losses, size);
        java.util.Arrays.sort(sorted);
        assertThat(chart.series("median").lastY()).isEqualTo(Curves.at(sorted, size, 0.5));
        ChartData.Band band = chart.bands().getFirst();
        assertThat(band.low()[band.low().length - 1]).isEqualTo(Curves.at(sorted, size, 0.1));
        assertThat(band.high()[band.high().length - 1]).isEqualTo(Curves.at(sorted, size, 0.9));
    }

    @Test
    void pathsStartAtTheGlobalValueAndGrowWithTraining() {
        FakeTimeline run = FakeTimeline.of(4, 100, 60).build();
        Playhead half = new Playhead(10, Phase.TRAIN, 0.5);
        ChartData chart = data(run, ChartKind.PATHS, half, 2);
        Series walk = chart.series("client.2.10");
        var trace = run.trace(10, 0);
        assertThat(walk.live()).isTrue();
        assertThat(walk.x()[0]).isEqualTo(9);
        assertThat(walk.lastX()).isEqualTo(9 + PathsChart.WALK / 2);
        assertThat(walk.y()[0]).isEqualTo(trace.globalBefore());
        assertThat(walk.lastY()).isEqualTo(trace.value()[2][17]);
        assertThat(chart.has("pull.2.10")).isFalse();
        assertThat(chart.has("pull.2.9")).isTrue();
        assertThat(chart.series("global").lastX()).isEqualTo(9);
        assertThat(chart.has("pending")).isFalse();
        Playhead sent = new Playhead(10, Phase.UPLOAD, 0.5);
        assertThat(data(run, ChartKind.PATHS, sent, 2).series("pending").lastY())
                .isEqualTo(trace.globalAfter());
    }

    @Test
    void tracesThatAreStillRecomputedLeaveTheGlobalLine() {
        FakeTimeline run = FakeTimeline.of(4, 100, 60).build();
        ChartOptions options = ChartOptions.of(run.info());
        ChartData chart =
                new RunCharts(run)
                        .data(
                                ChartKind.PATHS,
                                Playhead.endOf(10),
                                options,
                                java.util.Arrays.asList(null, null),
                                TEXTS);
        assertThat(chart.series().stream().map(Series::id).toList()).containsExactly("global");
        assertThat(chart.series("global").size()).isEqualTo(5);
    }

    @Test
    void everyRunCanBeDrawn() {
        List<FakeTimeline> runs =
                List.of(
                        FakeTimeline.of(3, 1, 0).build(),
                        FakeTimeline.of(3, 1, 1).build(),
                        FakeTimeline.of(1, 100, 60).untested().build(),
                        FakeTimeline.of(12, 100, 60).broken().references().build(),
                        FakeTimeline.of(50, 100, 60).broken().build(),
                        FakeTimeline.of(3, 5, -1).build());
        for (FakeTimeline run : runs) {
            for (ChartKind kind : ChartKind.values()) {
                for (int r = 0; r <= Math.max(0, Math.min(20, run.lastRound())); r += 4) {
                    Playhead at = Playhead.endOf(r);
                    assertThatCode(() -> draw(run, kind, at)).doesNotThrowAnyException();
                }
            }
        }
    }

    private static void draw(FakeTimeline run, ChartKind kind, Playhead at) {
        for (boolean log : new boolean[] {true, false}) {
            ChartOptions options =
                    ChartOptions.of(run.info())
                            .withLogLoss(log)
                            .withMetric(run.info().metrics().get(FakeTimeline.R2).id());
            var traces =
                    run.lastRound() < 0
                            ? List.<org.fedarium.simulation.LocalTrace>of()
                            : run.traces(at, 0);
            RunCharts charts = new RunCharts(run);
            ChartData data = charts.data(kind, at, options, List.copyOf(traces), TEXTS);
            charts.table(kind, at, options, List.copyOf(traces));
            BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
            Graphics2D g2 = image.createGraphics();
            ChartBuilder.build(data, ChartStyle.forExport(Theme.LIGHT, Locale.ENGLISH))
                    .draw(g2, new Rectangle2D.Double(0, 0, 300, 200));
            g2.dispose();
        }
    }

    @Test
    void accuracyAlwaysRunsFromNothingToAll() {
        FakeTimeline run = FakeTimeline.of(3, 100, 60).build();
        AxisScale y = data(run, ChartKind.METRIC, Playhead.endOf(60), -1).y();
        assertThat(y.min()).isZero();
        assertThat(y.max()).isEqualTo(1);
    }

    @Test
    void aLongRunCostsNoMorePoints() {
        FakeTimeline run = FakeTimeline.of(3, 10_000, 9_500).build();
        ChartOptions options = ChartOptions.of(run.info()).withColumns(400);
        ChartData chart =
                new RunCharts(run)
                        .data(ChartKind.LOSS, Playhead.endOf(9_500), options, List.of(), TEXTS);
        chart.series().forEach(s -> assertThat(s.size()).isLessThanOrEqualTo(4 * 402));
    }
}
