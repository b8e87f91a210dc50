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
    private final MetricChoices choices;

    public RunCharts(Timeline timeline) {
        this.timeline = timeline;
        this.curves = new Curves(timeline);
        this.choices = new MetricChoices(timeline);
    }

    public Timeline timeline() {
        return timeline;
    }

    /// @param traces local steps of the rounds that [#roundsOfPaths] or [#roundsOfParameter] names,
    ///     in any order, for [ChartKind#PATHS] and [ChartKind#PARAMETER]; null where they are still
    ///     being recomputed
    public ChartData data(
            ChartKind kind,
            Playhead playhead,
            ChartOptions options,
            List<@Nullable LocalTrace> traces,
            Texts plain) {
        Texts texts = plain.variant(timeline.info().rhythm().name());
        if (kind == ChartKind.PATHS) {
            return new PathsChart(timeline, options, traces, texts).at(playhead);
        }
        return over(kind, playhead, options, traces, texts).data();
    }

    private RoundChart over(
            ChartKind kind,
            Playhead at,
            ChartOptions options,
            List<@Nullable LocalTrace> traces,
            Texts texts) {
        ChartInput input = new ChartInput(timeline, curves, options, texts, at);
        return switch (kind) {
            case LOSS -> new LossChart(input);
            case SPREAD -> new SpreadChart(input);
            case CLASSES -> new ClassesChart(input);
            case TRAFFIC -> new TrafficChart(input);
            case CLOCK -> new ClockChart(input);
            case PARAMETER -> new ParameterChart(input, traces);
            case METRIC, PATHS -> new MetricChart(input);
        };
    }

    /// Whether a chart can say anything about runs like this one.
    public static boolean fits(ChartKind kind, RunInfo info) {
        return switch (kind) {
            case SPREAD -> SpreadChart.fits(info);
            case CLASSES -> ClassesChart.fits(info);
            default -> true;
        };
    }

    /// The numbers behind the same chart: every round, nothing thinned out, full precision.
    public ChartTable table(
            ChartKind kind,
            Playhead playhead,
            ChartOptions options,
            List<@Nullable LocalTrace> traces) {
        if (kind == ChartKind.PATHS) {
            return PathsTable.of(timeline, options, traces, playhead);
        }
        RoundTable table = new RoundTable(timeline, curves, options, playhead);
        return switch (kind) {
            case LOSS -> table.loss();
            case SPREAD -> table.spread();
            case CLASSES -> table.classes();
            case TRAFFIC -> table.traffic();
            case CLOCK -> table.clock();
            case PARAMETER -> table.parameter(traces);
            case METRIC, PATHS -> table.metric();
        };
    }

    /// The metrics that may be shown beside the loss: of the pooled ones those of the data that the
    /// main metric uses, of the others those that have had a value in this run.
    public List<String> metricChoices() {
        return choices.ids();
    }

    /// The rounds whose local steps a chart needs at a playhead, oldest first.
    public List<Integer> roundsOfTraces(ChartKind kind, Playhead playhead) {
        return kind == ChartKind.PARAMETER
                ? roundsOfParameter(playhead)
                : roundsOfPaths(playhead, timeline.info().experiment().rounds());
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

    /// The rounds whose local steps [ChartKind#PARAMETER] needs at a playhead, oldest first: at
    /// most 40, every first, second, fifth, tenth, ... one of those that are over.
    public static List<Integer> roundsOfParameter(Playhead playhead) {
        return ParameterValues.rounds(playhead);
    }
}
