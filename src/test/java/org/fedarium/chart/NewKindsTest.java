package org.fedarium.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class NewKindsTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);
    private static final Playhead AT = Playhead.endOf(40);

    private static ChartData data(FakeTimeline run, ChartKind kind, int selected) {
        ChartOptions options = ChartOptions.of(run.info()).withSelected(selected);
        return new RunCharts(run).data(kind, AT, options, run.traces(AT, 0), TEXTS);
    }

    private static ChartTable table(FakeTimeline run, ChartKind kind) {
        ChartOptions options = ChartOptions.of(run.info());
        return new RunCharts(run).table(kind, AT, options, run.traces(AT, 0));
    }

    private static List<String> ids(ChartData chart) {
        return chart.series().stream().map(Series::id).toList();
    }

    @Test
    void theSpreadIsOneDeviationAroundTheMeanWithinAllShares() {
        FakeTimeline run = FakeTimeline.of(12, 100, 60).scored().build();
        ChartData chart = data(run, ChartKind.SPREAD, -1);
        // No personalised models, so no line for them.
        assertThat(ids(chart)).containsExactly("clientWorstDecile", "localMean", "global");
        assertThat(chart.series("global").brief()).isEqualTo("mean");
        ChartData.Band band = chart.bands().getFirst();
        assertThat(band.x()).hasSize(41);
        for (int r = 0; r <= 40; r++) {
            double mean = run.metric(r, FakeTimeline.MEAN);
            double deviation = run.metric(r, FakeTimeline.DEVIATION);
            assertThat(chart.series("global").y()[r]).isEqualTo(mean);
            assertThat(band.low()[r]).isEqualTo(Math.max(0, mean - deviation));
            assertThat(band.high()[r]).isEqualTo(Math.min(1, mean + deviation));
        }
        for (double low : band.low()) {
            assertThat(low).isNotNegative();
        }
        assertThat(chart.series("localMean").x()[0]).isEqualTo(1);
        assertThat(chart.y().max()).isEqualTo(1);
        assertThat(table(run, ChartKind.SPREAD).header())
                .containsExactly(
                        "round",
                        "clientMean",
                        "clientSpread",
                        "clientWorstDecile",
                        "localMean",
                        "personalMean");
    }

    @Test
    void everyClassHasItsRecallColourAndDash() {
        FakeTimeline run = FakeTimeline.of(3, 100, 60).classes(10).build();
        ChartData chart = data(run, ChartKind.CLASSES, -1);
        assertThat(chart.series()).hasSize(10);
        ChartStyle style = ChartStyle.forExport(Theme.LIGHT, Locale.ENGLISH);
        for (int c = 0; c < 10; c++) {
            Series line = chart.series("class." + c);
            for (int r = 0; r <= 40; r++) {
                assertThat(line.y()[r]).isEqualTo(run.recognised(r, c) / 100.0);
            }
            assertThat(line.label()).isEqualTo(String.valueOf(c));
            assertThat(style.lineArgb(line, true)).isEqualTo(Theme.LIGHT.classColor(c, 10));
            float[] next = style.dash(chart.series("class." + (c + 1) % 10));
            assertThat(style.dash(line)).isNotEqualTo(c == 9 ? new float[] {1} : next);
        }
        assertThat(table(run, ChartKind.CLASSES).rows().get(7).get(4))
                .isEqualTo(run.recognised(7, 3) / 100.0);
    }

    @Test
    void ofManyClassesTheWorstAtThePlayheadAreDrawnWithTheMedianOfAll() {
        FakeTimeline run = FakeTimeline.of(3, 100, 60).classes(26).build();
        ChartData chart = data(run, ChartKind.CLASSES, -1);
        assertThat(chart.series()).hasSize(9);
        int[] now = new int[26];
        for (int c = 0; c < 26; c++) {
            now[c] = run.recognised(40, c);
        }
        int[] sorted = now.clone();
        java.util.Arrays.sort(sorted);
        chart.series().stream()
                .filter(s -> s.role() == Series.Role.CLASS)
                .forEach(s -> assertThat(s.lastY()).isLessThanOrEqualTo(sorted[7] / 100.0));
        assertThat(chart.series("median").lastY())
                .isCloseTo((sorted[12] + sorted[13]) / 200.0, within());
        assertThat(chart.caption()).contains("8 worst of 26 classes");
        assertThat(table(run, ChartKind.CLASSES).header()).hasSize(27);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    @Test
    void downAndUpTogetherAreAllBytes() {
        FakeTimeline run = FakeTimeline.of(12, 100, 60).build();
        ChartData chart = data(run, ChartKind.TRAFFIC, -1);
        assertThat(ids(chart)).containsExactly("down", "up");
        // 12 clients, 400 kB down and 100 kB up each.
        assertThat(chart.series("down").y()[10]).isEqualTo(48e6);
        assertThat(chart.series("up").y()[10]).isEqualTo(12e6);
        for (int r = 0; r <= 40; r++) {
            assertThat(chart.series("down").y()[r] + chart.series("up").y()[r])
                    .isEqualTo(run.step(r).totalBytes());
        }
        assertThat(chart.series("up").label()).isEqualTo("up 48.0\u2009MB");
        assertThat(table(run, ChartKind.TRAFFIC).rows().get(10))
                .containsExactly(10, 48_000_000L, 12_000_000L, 60_000_000L);
        assertThat(ChartWords.value(chart, 48e6)).isEqualTo("48.0\u2009MB");
        FakeTimeline alone = FakeTimeline.of(12, 100, 60).coordination("gossip").build();
        assertThat(ids(data(alone, ChartKind.TRAFFIC, -1))).containsExactly("up");
    }

    @Test
    void waitingIsWhatTheStepTakesBeyondTheMedianClient() {
        FakeTimeline run = FakeTimeline.of(12, 100, 60).build();
        ChartData chart = data(run, ChartKind.CLOCK, -1);
        // Seven times k plus 3 r takes all twelve values, so the times are 1.0, 1.5, ..., 6.5.
        assertThat(chart.series("member").y()).hasSize(40).containsOnly(3.75);
        // Rounds end at 8 r + (r mod 4) / 2, so they take 8.5 s, or 6.5 s where r mod 4 is 0.
        assertThat(chart.series("step").x()[0]).isEqualTo(1);
        assertThat(chart.series("step").y()[0]).isEqualTo(8.5);
        assertThat(chart.series("step").y()[3]).isEqualTo(6.5);
        assertThat(chart.bands().getFirst().low()).containsOnly(3.75);
        assertThat(table(run, ChartKind.CLOCK).rows().get(4)).containsExactly(4, 6.5, 3.75, 2.75);
        assertThat(table(run, ChartKind.CLOCK).rows().get(0)).containsExactly(0, "", "", "");
        assertThat(chart.y().labels()).contains("2.5 s", "7.5 s");
    }

    @Test
    void aServerVersionWaitsForNobody() {
        FakeTimeline run = FakeTimeline.of(12, 100, 60).coordination("fedasync").build();
        ChartData chart = data(run, ChartKind.CLOCK, -1);
        assertThat(chart.bands()).isEmpty();
        assertThat(chart.title()).isEqualTo("Virtual time per server version");
        assertThat(table(run, ChartKind.CLOCK).header()).hasSize(3);
    }

    @Test
    void aParameterIsJoinedOnlyWhereTheClientTookPart() {
        FakeTimeline run = FakeTimeline.of(6, 100, 60).sparse().optimum().build();
        ChartData chart = data(run, ChartKind.PARAMETER, 2);
        Series global = chart.series("global");
        for (int r = 0; r <= 40; r++) {
            assertThat(global.y()[r]).isEqualTo(run.global(r));
        }
        // Client 2 is missing in rounds 1, 4, 7, ...
        Series piece = chart.series("client.2.2");
        assertThat(piece.x()).containsExactly(2, 3);
        assertThat(piece.y()[1]).isEqualTo(run.trace(3, 0).value()[2][FakeTimeline.STEPS]);
        assertThat(piece.label()).isEmpty();
        assertThat(chart.has("client.2.4")).isFalse();
        // It is missing in round 40, too, so its last piece ends in 39.
        assertThat(chart.series("client.2.38").label()).startsWith("C3 ");
        assertThat(chart.series("optimum").lastY()).isEqualTo(1.4);
        List<Object> row = table(run, ChartKind.PARAMETER).rows().get(1);
        assertThat(row.get(0)).isEqualTo(1);
        assertThat(row.get(4)).isEqualTo("");
        assertThat(row.getLast()).isEqualTo(1.4);
    }

    @Test
    void theCardBesideTheCrosshairNamesAClientOnce() {
        FakeTimeline run = FakeTimeline.of(6, 100, 60).sparse().build();
        ChartData chart = data(run, ChartKind.PARAMETER, -1);
        PlotGeometry at = new PlotGeometry(chart, 40, 10, 360, 200);
        // Six pixels a round: client 2 has pieces that end at 3 and begin at 5 and at 8.
        List<PlotGeometry.Hit> own =
                at.at(5, 24).stream().filter(h -> h.series().client() == 2).toList();
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().x()).isEqualTo(5);
    }

    @Test
    void atMostFortyEvenlySpreadRoundsAreAskedFor() {
        assertThat(RunCharts.roundsOfParameter(Playhead.START)).isEmpty();
        assertThat(RunCharts.roundsOfParameter(Playhead.endOf(40))).hasSize(40);
        assertThat(RunCharts.roundsOfParameter(Playhead.endOf(41))).hasSize(20).startsWith(2, 4);
        assertThat(RunCharts.roundsOfParameter(Playhead.endOf(300)))
                .hasSize(30)
                .startsWith(10)
                .endsWith(300);
        assertThat(RunCharts.roundsOfParameter(Playhead.endOf(100_000))).hasSize(20);
    }

    @Test
    void manyClientsOfAParameterBecomeMedianAndBand() {
        FakeTimeline run = FakeTimeline.of(50, 100, 60).build();
        ChartData chart = data(run, ChartKind.PARAMETER, -1);
        assertThat(ids(chart)).containsExactly("median", "global");
        double[] ends = new double[50];
        LocalTrace trace = run.trace(7, 0);
        for (int k = 0; k < 50; k++) {
            ends[k] = trace.value()[k][FakeTimeline.STEPS];
        }
        java.util.Arrays.sort(ends);
        assertThat(chart.series("median").x()[0]).isEqualTo(1);
        assertThat(chart.series("median").y()[6]).isCloseTo((ends[24] + ends[25]) / 2, within());
        assertThat(chart.bands().getFirst().low()[6]).isEqualTo(Curves.at(ends, 50, 0.1));
    }

    @Test
    void tracesThatAreStillRecomputedLeaveTheGlobalParameter() {
        FakeTimeline run = FakeTimeline.of(4, 100, 60).build();
        List<@Nullable LocalTrace> none = new ArrayList<>();
        none.add(null);
        ChartOptions options = ChartOptions.of(run.info());
        ChartData chart = new RunCharts(run).data(ChartKind.PARAMETER, AT, options, none, TEXTS);
        assertThat(ids(chart)).containsExactly("global");
    }

    @Test
    void chartsFitRunsThatHaveSomethingToSay() {
        var plain = FakeTimeline.of(3, 10, 5).build().info();
        var scored = FakeTimeline.of(3, 10, 5).scored().build().info();
        var untested = FakeTimeline.of(3, 10, 5).scored().untested().build().info();
        var large = FakeTimeline.of(3, 10, 5).classes(65).build().info();
        assertThat(RunCharts.fits(ChartKind.SPREAD, plain)).isFalse();
        assertThat(RunCharts.fits(ChartKind.SPREAD, scored)).isTrue();
        assertThat(RunCharts.fits(ChartKind.SPREAD, untested)).isFalse();
        assertThat(RunCharts.fits(ChartKind.CLASSES, plain)).isTrue();
        assertThat(RunCharts.fits(ChartKind.CLASSES, untested)).isFalse();
        assertThat(RunCharts.fits(ChartKind.CLASSES, large)).isFalse();
        for (ChartKind kind : List.of(ChartKind.LOSS, ChartKind.CLOCK, ChartKind.PARAMETER)) {
            assertThat(RunCharts.fits(kind, untested)).isTrue();
        }
    }

    @Test
    void aLongRunIsReadOnceAndCostsNoMorePoints() {
        FakeTimeline run = FakeTimeline.of(3, 10_000, 9_500).scored().classes(4).build();
        List<Integer> read = new ArrayList<>();
        RunCharts charts = new RunCharts(new Counting(run, read));
        ChartOptions options = ChartOptions.of(run.info()).withColumns(400);
        for (StepAxis axis : StepAxis.values()) {
            for (ChartKind kind : ChartKind.values()) {
                if (kind != ChartKind.PATHS && kind != ChartKind.PARAMETER) {
                    ChartData chart =
                            charts.data(
                                    kind,
                                    Playhead.endOf(9_500),
                                    options.withAxis(axis),
                                    List.of(),
                                    TEXTS);
                    chart.series().forEach(s -> assertThat(s.size()).isLessThan(4 * 402));
                    chart.bands().forEach(b -> assertThat(b.x().length).isLessThan(8 * 402));
                }
            }
        }
        assertThat(read).hasSize(9_501).doesNotHaveDuplicates();
    }

    /// Notes which sums were read, and lets nobody read a record.
    private record Counting(FakeTimeline run, List<Integer> read) implements Timeline {
        @Override
        public long runId() {
            return run.runId();
        }

        @Override
        public org.fedarium.lab.RunInfo info() {
            return run.info();
        }

        @Override
        public int lastRound() {
            return run.lastRound();
        }

        @Override
        public org.fedarium.simulation.StepRecord step(int round) {
            throw new AssertionError("a record may have to be read from a file");
        }

        @Override
        public org.fedarium.lab.StepTotals totals(int round) {
            read.add(round);
            return run.totals(round);
        }

        @Override
        public org.fedarium.lab.ClientLosses losses(int round) {
            return run.losses(round);
        }

        @Override
        public double metric(int round, int index) {
            return run.metric(round, index);
        }

        @Override
        public double clientLoss(int round, int client) {
            return run.clientLoss(round, client);
        }

        @Override
        public double @Nullable [] parameters(int round) {
            return run.parameters(round);
        }

        @Override
        public List<Mark> marks() {
            return run.marks();
        }

        @Override
        public org.fedarium.simulation.@Nullable ReferenceCurves references() {
            return run.references();
        }

        @Override
        public @Nullable Ghost ghost() {
            return run.ghost();
        }
    }
}
