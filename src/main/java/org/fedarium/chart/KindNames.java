package org.fedarium.chart;

import org.fedarium.chart.Names.Line;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Texts;

/// The words on the charts that are not about one metric of the global model.
final class KindNames {
    private final Texts texts;
    private final RunInfo info;

    KindNames(Texts texts, RunInfo info) {
        this.texts = texts;
        this.info = info;
    }

    /// @param parameter name of the parameter, for [ChartKind#PARAMETER]
    String title(ChartKind kind, String parameter) {
        return switch (kind) {
            case SPREAD -> texts.get("plot.spread.title", score());
            case PARAMETER -> texts.get("plot.parameter.title", parameter);
            case PATHS -> texts.get("plot.paths.titleOf", parameter);
            default -> texts.get("plot." + kind.id() + ".title");
        };
    }

    /// What the lines are, for a picture that stands alone.
    String caption(ChartKind kind) {
        if (kind == ChartKind.CLASSES && many()) {
            return texts.get("plot.classes.captionWorst", ClassesChart.WORST, classes());
        }
        return texts.get("plot." + kind.id() + ".caption");
    }

    /// @param stride rounds between those of which the clients' values are shown
    String parameterCaption(int stride) {
        String key = crowd() ? "plot.parameter.captionBand" : "plot.parameter.caption";
        return stride == 1 ? texts.get(key) : texts.get(key + "Stride", stride);
    }

    /// The few words beside a title in the window.
    String hint(ChartKind kind) {
        if (kind == ChartKind.CLASSES && many()) {
            return texts.get("plot.classes.hintWorst", ClassesChart.WORST, classes());
        }
        if (kind == ChartKind.PARAMETER && crowd()) {
            return texts.get("plot.parameter.hintBand");
        }
        return texts.get("plot." + kind.id() + ".hint");
    }

    private int classes() {
        return ClassesChart.classes(info);
    }

    private boolean many() {
        return classes() > ClassesChart.MOST;
    }

    private boolean crowd() {
        return info.clients().size() > LossChart.IDENTITIES;
    }

    /// What a client's score is: accuracy, or a loss.
    private String score() {
        int index = info.metricIndex(SpreadChart.MEAN);
        boolean share = index >= 0 ? info.metrics().get(index).share() : info.mainMetric().share();
        return texts.get(share ? "plot.metric.accuracy" : "plot.metric.loss");
    }

    Line spreadMean() {
        return line("plot.series.spreadMean", score());
    }

    Line spreadWorst() {
        return line("plot.series.spreadWorst", score());
    }

    String spreadBand() {
        return texts.get("plot.series.spreadBand", score());
    }

    Line classLine(String name) {
        return new Line(texts.get("plot.series.class", name), name);
    }

    Line classMedian(int classes) {
        return line("plot.series.classMedian", classes);
    }

    Line down() {
        return line("plot.series.down");
    }

    Line up() {
        return line("plot.series.up");
    }

    Line clockStep() {
        return line("plot.series.clockStep");
    }

    Line clockMember() {
        return line("plot.series.clockMember");
    }

    String clockBand() {
        return texts.get("plot.series.clockBand");
    }

    Line parameter(String parameter) {
        return new Line(
                texts.get("plot.series.parameter", parameter),
                texts.get("plot.series.global.brief"));
    }

    Line parameterClient(String parameter, String client) {
        return new Line(texts.get("plot.series.parameterClient", parameter, client), client);
    }

    Line parameterMedian(String parameter) {
        return new Line(
                texts.get("plot.series.parameterMedian", parameter),
                texts.get("plot.series.median.brief"));
    }

    String parameterBand() {
        return texts.get("plot.series.parameterBand");
    }

    Line parameterOptimum(String parameter) {
        return new Line(
                texts.get("plot.series.optimumParameter", parameter),
                texts.get("plot.series.optimum.brief"));
    }

    private Line line(String key, Object... arguments) {
        return new Line(texts.get(key, arguments), texts.get(key + ".brief"));
    }
}
