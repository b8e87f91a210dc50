package org.fedarium.chart;

import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.model.MetricSpec;

/// Words about charts that stand beside them.
public final class ChartWords {
    private ChartWords() {}

    /// The short name of a metric: `Accuracy`.
    public static String metric(Texts texts, RunInfo info, String id) {
        return Names.metricName(words(texts, info), spec(info, id));
    }

    /// A few words on what a chart shows: `test set, 800 examples`.
    public static String hint(Texts texts, RunInfo info, ChartKind kind, String metricId) {
        return Names.hint(words(texts, info), info, kind, spec(info, metricId));
    }

    /// The value of a metric at the playhead, as text.
    public static String metricNow(Timeline timeline, Playhead playhead, String id) {
        RunInfo info = timeline.info();
        int round = Math.min(playhead.shownRound(), timeline.lastRound());
        MetricSpec spec = spec(info, id);
        if (round < 0) {
            return Numbers.shortText(Double.NaN);
        }
        double value = timeline.metric(round, info.metricIndex(spec.id()));
        return spec.share() ? Numbers.percent(value) : Numbers.shortText(value);
    }

    /// The title of a chart: `Loss`, `Accuracy`, `Bytes sent`.
    ///
    /// @param metricId  for [ChartKind#METRIC]
    /// @param parameter index of the parameter, for the charts of one
    public static String title(
            Texts texts, RunInfo info, ChartKind kind, String metricId, int parameter) {
        Names names = new Names(words(texts, info), info);
        return switch (kind) {
            case LOSS, METRIC -> names.title(kind, spec(info, metricId));
            default -> names.kinds().title(kind, info.layout().nameOf(parameter));
        };
    }

    /// The name of a horizontal axis, for people who choose one: `Bytes sent`.
    public static String axis(Texts texts, RunInfo info, StepAxis axis) {
        return words(texts, info).get("plot.axis.of." + axis.id());
    }

    /// The heading of the card beside the crosshair: `Round 12`, or `Round 12 · 3.6 MB` on an axis
    /// of bytes, where a place that only a ghost has reached has no round.
    ///
    /// @param x place on the horizontal axis, from [ChartData#snap]
    public static String heading(Texts texts, RunInfo info, ChartData data, double x) {
        Texts words = words(texts, info);
        if (data.axis() == StepAxis.ROUNDS) {
            String round = data.xGrid() ? Numbers.shortText(x) : String.valueOf(Math.round(x));
            return words.get("plot.tooltip.round", round);
        }
        String amount = Units.text(data.axis(), x, words);
        int round = data.roundAt(x);
        return round < 0
                ? amount
                : words.get("plot.tooltip.at", words.get("plot.tooltip.round", round), amount);
    }

    /// A value on a chart with its unit: `74.3 %`, `3.6 MB`, `12.3 s`, `0.77`.
    public static String value(ChartData data, double y) {
        boolean share = data.y().labels().stream().anyMatch(l -> l.endsWith("%"));
        return switch (data.kind()) {
            case TRAFFIC -> Numbers.bytes(Math.round(y));
            case CLOCK -> Numbers.seconds(y);
            default -> share ? Numbers.percent(y) : Numbers.shortText(y);
        };
    }

    private static Texts words(Texts texts, RunInfo info) {
        return texts.variant(info.rhythm().name());
    }

    private static MetricSpec spec(RunInfo info, String id) {
        int index = info.metricIndex(id);
        return index >= 0 ? info.metrics().get(index) : info.mainMetric();
    }
}
