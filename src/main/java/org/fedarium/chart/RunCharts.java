package org.fedarium.chart;

import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// All charts of one timeline. What they show depends on the playhead and the options only, never
/// on rounds beyond the playhead (except the ghost, which had been shown before). Keeps copies of
/// the curves to be quick; for one thread at a time. A new timeline needs a new instance.
public final class RunCharts {
    private final Timeline timeline;
    private final Curves curves;

    public RunCharts(Timeline timeline) {
        this.timeline = timeline;
        this.curves = new Curves(timeline);
    }

    public Timeline timeline() {
        return timeline;
    }

    /// @param traces local steps of the last rounds, in any order, for [ChartKind#PATHS]; null
    ///     where they are still being recomputed
    public ChartData data(
            ChartKind kind,
            Playhead playhead,
            ChartOptions options,
            List<@Nullable LocalTrace> traces,
            Texts texts) {
        return switch (kind) {
            case LOSS -> new LossChart(timeline, curves, options, texts).at(playhead);
            case METRIC -> new MetricChart(timeline, curves, options, texts).at(playhead);
            case PATHS -> new PathsChart(timeline, options, traces, texts).at(playhead);
        };
    }

    /// The numbers behind the same chart: every round, nothing thinned out, full precision.
    public ChartTable table(
            ChartKind kind,
            Playhead playhead,
            ChartOptions options,
            List<@Nullable LocalTrace> traces) {
        return switch (kind) {
            case LOSS -> RoundTable.loss(timeline, curves, options, playhead);
            case METRIC -> RoundTable.metric(timeline, curves, options, playhead);
            case PATHS -> PathsTable.of(timeline, options, traces, playhead);
        };
    }

    /// The metrics that may be shown beside the loss: those of the data that the main metric uses.
    public static List<String> metricChoices(RunInfo info) {
        String data = info.testExamples() > 0 ? "test" : "train";
        return info.metrics().stream()
                .map(m -> m.id())
                .filter(id -> id.startsWith(data) && !id.equals(info.mainLoss().id()))
                .toList();
    }

    /// The rounds whose local steps the paths need at a playhead, oldest first.
    public static List<Integer> roundsOfPaths(Playhead playhead, int rounds) {
        int first = PathsChart.firstRound(playhead, rounds);
        java.util.ArrayList<Integer> wanted = new java.util.ArrayList<>();
        for (int r = first + 1; r <= playhead.round(); r++) {
            wanted.add(r);
        }
        return wanted;
    }
}
