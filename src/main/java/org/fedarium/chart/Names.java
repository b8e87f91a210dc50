package org.fedarium.chart;

import org.fedarium.chart.Series.Role;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.model.MetricSpec;
import org.fedarium.model.MetricSpecs;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/// The words on charts: titles, full and brief names of lines, marks, the spoken summary.
final class Names {
    private final Texts texts;
    private final RunInfo info;

    Names(Texts texts, RunInfo info) {
        this.texts = texts;
        this.info = info;
    }

    /// The words on the charts that are not about one metric.
    KindNames kinds() {
        return new KindNames(texts, info);
    }

    /// The full and the brief name of a line.
    record Line(String full, String brief) {}

    String title(ChartKind kind, MetricSpec metric) {
        return kind == ChartKind.LOSS ? texts.get("plot.loss.title") : metricName(texts, metric);
    }

    /// The short name of a metric, such as `Accuracy`.
    static String metricName(Texts texts, MetricSpec metric) {
        String id = bare(metric.id());
        return texts.has("plot.metric." + id) ? texts.get("plot.metric." + id) : metric.name();
    }

    /// What the lines are, for a picture that stands alone.
    String caption(ChartKind kind, MetricSpec metric) {
        if (!MetricSpecs.isPooled(metric.id())) {
            return about(texts, metric);
        }
        String global =
                texts.get("plot.caption.global", texts.get("plot.data." + dataOf(metric.id())));
        if (kind != ChartKind.LOSS) {
            return global;
        }
        boolean crowd = info.clients().size() > LossChart.IDENTITIES;
        return texts.get(crowd ? "plot.caption.band" : "plot.caption.clients", global);
    }

    /// The few words beside a title in the window.
    static String hint(Texts texts, RunInfo info, ChartKind kind, MetricSpec metric) {
        if (kind == ChartKind.PATHS) {
            return texts.get("plot.paths.caption");
        }
        if (kind == ChartKind.LOSS) {
            boolean crowd = info.clients().size() > LossChart.IDENTITIES;
            return texts.get(crowd ? "plot.loss.captionBand" : "plot.loss.caption");
        }
        if (kind != ChartKind.METRIC) {
            return new KindNames(texts, info).hint(kind);
        }
        if (!MetricSpecs.isPooled(metric.id())) {
            return about(texts, metric);
        }
        String data = dataOf(metric.id());
        int count = data.equals("train") ? info.trainExamples() : info.testExamples();
        return data.equals("validation")
                ? texts.get("plot.data.validation")
                : texts.get(
                        "plot.metric.caption." + data, String.format(Locale.ROOT, "%,d", count));
    }

    /// Which models a metric that is not pooled is about, for its key; empty where its name says
    /// so.
    private static String models(MetricSpec metric) {
        return List.of("client", "cohort", "local", "personal").stream()
                .filter(metric.id()::startsWith)
                .findFirst()
                .orElse("");
    }

    private static String about(Texts texts, MetricSpec metric) {
        String models = models(metric);
        return models.isEmpty() ? "" : texts.get("plot.metric.about." + models);
    }

    Line metric(MetricSpec metric) {
        if (!MetricSpecs.isPooled(metric.id())) {
            String name = metricName(texts, metric);
            return switch (models(metric)) {
                case "" -> new Line(name, name);
                case "local", "personal" ->
                        new Line(
                                texts.get("plot.series.own", name, about(texts, metric)),
                                texts.get("plot.series." + models(metric) + ".brief"));
                default ->
                        new Line(
                                texts.get("plot.series.own", name, about(texts, metric)),
                                texts.get("plot.series.global.brief"));
            };
        }
        return new Line(of("plot.series.global", metric), texts.get("plot.series.global.brief"));
    }

    Line centralised(MetricSpec metric) {
        return new Line(
                of("plot.series.centralised", metric), texts.get("plot.series.centralised.brief"));
    }

    Line localOnly(MetricSpec metric) {
        return new Line(
                of("plot.series.localOnly", metric), texts.get("plot.series.localOnly.brief"));
    }

    Line optimum(MetricSpec metric) {
        return new Line(of("plot.series.optimum", metric), texts.get("plot.series.optimum.brief"));
    }

    String ghost(MetricSpec metric) {
        return MetricSpecs.isPooled(metric.id())
                ? of("plot.series.ghost", metric)
                : texts.get("plot.series.ghost.own", metricName(texts, metric));
    }

    Line client(int client) {
        String name = info.clients().get(client);
        return new Line(texts.get("plot.series.client", name), name);
    }

    Line median() {
        return new Line(texts.get("plot.series.median"), texts.get("plot.series.median.brief"));
    }

    String band() {
        return texts.get("plot.series.band");
    }

    private String of(String key, MetricSpec metric) {
        return texts.get(
                key, metricName(texts, metric), texts.get("plot.data." + dataOf(metric.id())));
    }

    /// `train`, `validation` or `test`.
    static String dataOf(String metricId) {
        for (String data : List.of("train", "validation", "test")) {
            if (metricId.startsWith(data)) {
                return data;
            }
        }
        return "test";
    }

    private static String bare(String metricId) {
        String data = dataOf(metricId);
        String rest = metricId.startsWith(data) ? metricId.substring(data.length()) : metricId;
        return rest.isEmpty()
                ? metricId
                : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }

    /// `alpha 3.0 → 0.2`, or the first of several changes and how many more.
    String mark(Timeline.Mark mark) {
        String first =
                texts.get(
                        "plot.mark",
                        setting(mark.paths().getFirst()),
                        mark.before().getFirst(),
                        mark.after().getFirst());
        int more = mark.paths().size() - 1;
        return more == 0 ? first : texts.get("plot.mark.more", first, more);
    }

    /// Another branch of a forked run.
    Line branch(MetricSpec metric, String letter) {
        return new Line(
                texts.get("plot.series.branch", metricName(texts, metric), letter),
                texts.get("plot.series.branch.brief", letter));
    }

    String ghostLabel(List<Timeline.Mark> marks, int from) {
        for (Timeline.Mark mark : marks) {
            if (mark.afterRound() == from) {
                return texts.get(
                        "plot.series.ghost.was",
                        setting(mark.paths().getFirst()),
                        mark.before().getFirst());
            }
        }
        return texts.get("plot.series.ghost.brief");
    }

    /// What people call the setting at a path: a symbol, or its label.
    private String setting(String path) {
        if (texts.has("plot.setting." + path)) {
            return texts.get("plot.setting." + path);
        }
        Experiment experiment = info.experiment();
        int dot = path.indexOf('.');
        if (dot > 0 && experiment.sections().containsKey(path.substring(0, dot))) {
            var entry = experiment.section(path.substring(0, dot)).descriptor();
            String parameter = path.substring(dot + 1);
            if (entry.has(parameter)) {
                return texts.label(entry, entry.parameter(parameter));
            }
        }
        return path;
    }

    String spoken(
            String title,
            int shown,
            int rounds,
            List<Series> series,
            DoubleFunction<String> number) {
        StringBuilder words = new StringBuilder();
        words.append(texts.get("plot.spoken.title", title, Math.max(0, shown), rounds));
        for (Series s : series.reversed()) {
            if (s.role() != Role.CLIENT || s.strong()) {
                String value = number.apply(s.lastY());
                words.append(' ').append(texts.get("plot.spoken.value", s.name(), value));
            }
        }
        return words.toString();
    }
}
