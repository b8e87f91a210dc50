package org.fedarium.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class StepAxisTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);
    private static final FakeTimeline RUN =
            FakeTimeline.of(5, 100, 60).forkedAt(20).optimum().build();

    private static ChartData data(FakeTimeline run, ChartKind kind, int round, StepAxis axis) {
        ChartOptions options = ChartOptions.of(run.info()).withSelected(1).withAxis(axis);
        Playhead at = Playhead.endOf(round);
        return new RunCharts(run).data(kind, at, options, run.traces(at, 0), TEXTS);
    }

    /// What a run of five clients has used after a round.
    private static double used(StepAxis axis, int round) {
        return switch (axis) {
            case ROUNDS -> round;
            case LOCAL_STEPS -> 34.0 * 5 * round;
            case BYTES -> 500_000.0 * 5 * round;
            case SECONDS -> 8.0 * round + 0.5 * (round % 4);
        };
    }

    @Test
    void everyLineAndMarkStandsOverWhatItsRunHasUsed() {
        for (StepAxis axis : StepAxis.values()) {
            ChartData chart = data(RUN, ChartKind.LOSS, 40, axis);
            Series global = chart.series("global");
            for (int r = 0; r <= 40; r++) {
                assertThat(global.x()[r]).isEqualTo(used(axis, r));
                assertThat(global.y()[r]).isEqualTo(RUN.metric(r, FakeTimeline.LOSS));
            }
            Series client = chart.series("client.1");
            for (double x : client.x()) {
                assertThat(has(global, x)).isTrue();
            }
            assertThat(chart.series("ghost").x()[0]).isEqualTo(used(axis, 20));
            assertThat(chart.series("ghost").lastX()).isGreaterThan(used(axis, 41));
            assertThat(chart.series("ghost").lastX()).isLessThanOrEqualTo(chart.x().max());
            assertThat(chart.marks().getFirst().x()).isEqualTo(used(axis, 20));
            assertThat(chart.futureFrom()).isEqualTo(used(axis, 40));
            assertThat(chart.dots()).anyMatch(d -> d.client() < 0 && d.x() == used(axis, 40));
            assertThat(chart.axis()).isEqualTo(axis);
        }
    }

    private static boolean has(Series series, double x) {
        return java.util.Arrays.binarySearch(series.x(), x) >= 0;
    }

    @Test
    void referencesThatCostNothingKnownStandOverRoundsOnly() {
        for (StepAxis axis : StepAxis.values()) {
            ChartData chart = data(RUN, ChartKind.LOSS, 40, axis);
            boolean rounds = axis == StepAxis.ROUNDS;
            assertThat(chart.has("centralised")).isEqualTo(rounds);
            assertThat(chart.has("localOnly")).isEqualTo(rounds);
            Series optimum = chart.series("optimum");
            assertThat(optimum.x()).containsExactly(0, chart.x().max());
            assertThat(optimum.y()).containsExactly(0.31, 0.31);
        }
    }

    @Test
    void theFirstTickCarriesTheUnit() {
        // 40 rounds: 6800 steps, 100 MB, 320 s.
        assertThat(data(RUN, ChartKind.LOSS, 40, StepAxis.LOCAL_STEPS).x().labels())
                .containsExactly("0 local steps", "2,500", "5,000", "7,500", "10,000");
        assertThat(data(RUN, ChartKind.LOSS, 40, StepAxis.BYTES).x().labels())
                .containsExactly("0 MB", "50", "100", "150");
        assertThat(data(RUN, ChartKind.LOSS, 40, StepAxis.SECONDS).x().labels())
                .containsExactly("0 min", "2.5", "5", "7.5", "10");
        assertThat(data(RUN, ChartKind.LOSS, 10, StepAxis.SECONDS).x().labels().getFirst())
                .isEqualTo("0 s");
        assertThat(data(RUN, ChartKind.LOSS, 0, StepAxis.BYTES).x().labels().getFirst())
                .isEqualTo("0 kB");
        Texts chinese = new Texts(Locale.SIMPLIFIED_CHINESE);
        assertThat(Units.horizontal(StepAxis.LOCAL_STEPS, 10, chinese).labels().getFirst())
                .isEqualTo("0 个本地步");
        assertThat(Units.horizontal(StepAxis.BYTES, 3.1e9, TEXTS).labels().getFirst())
                .isEqualTo("0 GB");
        assertThat(Units.horizontal(StepAxis.SECONDS, 9000, TEXTS).labels().getFirst())
                .isEqualTo("0 h");
        assertThat(Units.horizontal(StepAxis.LOCAL_STEPS, 3e6, TEXTS).labels())
                .containsExactly("0 local steps", "1M", "2M", "3M", "4M");
    }

    @Test
    void theAxisGrowsInStepsAndLeavesRoomAtTheEnd() {
        for (StepAxis axis : List.of(StepAxis.LOCAL_STEPS, StepAxis.BYTES, StepAxis.SECONDS)) {
            double before = 0;
            int steps = 0;
            for (double now = 1; now < 1e7; now *= 1.07) {
                AxisScale scale = Units.horizontal(axis, now, TEXTS);
                assertThat(scale.max()).isGreaterThanOrEqualTo(now / 0.8 * (1 - 1e-9));
                assertThat(scale.max()).isGreaterThanOrEqualTo(before * (1 - 1e-9));
                assertThat(scale.ticks().length).isBetween(2, Ticks.MOST);
                steps += scale.max() > before * (1 + 1e-9) ? 1 : 0;
                before = scale.max();
            }
            assertThat(steps).isLessThan(50);
        }
    }

    @Test
    void roundsBeyondThePlayheadChangeNothingOnAnyAxis() {
        for (StepAxis axis : StepAxis.values()) {
            for (ChartKind kind : ChartKind.values()) {
                FakeTimeline now = FakeTimeline.of(5, 80, 23).scored().optimum().build();
                FakeTimeline later = FakeTimeline.of(5, 80, 80).scored().optimum().build();
                assertThat(data(now, kind, 23, axis))
                        .usingRecursiveComparison()
                        .withComparatorForType(Double::compare, Double.class)
                        .isEqualTo(data(later, kind, 23, axis));
            }
        }
    }

    @Test
    void theCrosshairStandsAtTheNearestStepAndItsHeadingSaysWhich() {
        ChartData chart = data(RUN, ChartKind.LOSS, 40, StepAxis.BYTES);
        assertThat(chart.snap(7_600_000)).isEqualTo(7_500_000);
        assertThat(chart.roundAt(7_600_000)).isEqualTo(3);
        assertThat(chart.xOf(3)).isEqualTo(7_500_000);
        assertThat(ChartWords.heading(TEXTS, RUN.info(), chart, 7_500_000))
                .isEqualTo("Round 3 · 7.5\u2009MB");
        assertThat(chart.snap(101_000_000)).isEqualTo(100_000_000);
        // Only the earlier run was there.
        assertThat(chart.snap(120_000_000)).isEqualTo(120_000_000);
        assertThat(ChartWords.heading(TEXTS, RUN.info(), chart, 120_000_000))
                .isEqualTo("120\u2009MB");
        assertThat(chart.xOf(41)).isNaN();
        ChartData rounds = data(RUN, ChartKind.LOSS, 40, StepAxis.ROUNDS);
        assertThat(rounds.snap(12.4)).isEqualTo(12);
        assertThat(rounds.snap(55.6)).isEqualTo(56);
        assertThat(ChartWords.heading(TEXTS, RUN.info(), rounds, 12)).isEqualTo("Round 12");
        ChartData paths = data(RUN, ChartKind.PATHS, 40, StepAxis.BYTES);
        assertThat(paths.axis()).isEqualTo(StepAxis.ROUNDS);
        assertThat(paths.snap(38.25)).isEqualTo(38.25);
    }

    @Test
    void theTableHasTheAmountBesideTheRound() {
        ChartOptions options = ChartOptions.of(RUN.info());
        RunCharts charts = new RunCharts(RUN);
        Playhead at = Playhead.endOf(10);
        List<String> names = List.of("local steps", "bytes", "seconds");
        List<Object> amounts = List.of(1700L, 25_000_000L, 81.0);
        for (int i = 0; i < 3; i++) {
            ChartOptions chosen = options.withAxis(StepAxis.values()[i + 1]);
            ChartTable table = charts.table(ChartKind.LOSS, at, chosen, List.of());
            assertThat(table.header().subList(0, 3))
                    .containsExactly("round", names.get(i), "global testLoss");
            assertThat(table.rows().get(10).subList(0, 3))
                    .containsExactly(10, amounts.get(i), RUN.metric(10, FakeTimeline.LOSS));
        }
        assertThat(charts.table(ChartKind.LOSS, at, options, List.of()).header().get(1))
                .isEqualTo("global testLoss");
    }
}
