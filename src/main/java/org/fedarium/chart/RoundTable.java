package org.fedarium.chart;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.model.MetricSpec;
import org.fedarium.model.MetricSpecs;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.simulation.ReferenceCurves;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Tables of the charts over rounds: a row per round up to the playhead, a column per line. On an
/// axis of amounts that amount stands behind the round. An instance makes one table.
final class RoundTable {
    private final Timeline timeline;
    private final RunInfo info;
    private final Curves curves;
    private final ChartOptions options;
    private final int count;
    private final List<String> header = new ArrayList<>(List.of("round"));
    private final List<IntFunction<Object>> columns = new ArrayList<>(List.of(r -> (Object) r));

    RoundTable(Timeline timeline, Curves curves, ChartOptions options, Playhead playhead) {
        this.timeline = timeline;
        this.info = timeline.info();
        this.curves = curves;
        this.options = options;
        this.count = Math.min(playhead.shownRound(), timeline.lastRound()) + 1;
        double[] amounts = curves.x(options.axis(), Math.max(0, count));
        switch (options.axis()) {
            case ROUNDS -> {}
            case LOCAL_STEPS -> whole("local steps", amounts);
            case BYTES -> whole("bytes", amounts);
            case SECONDS -> add("seconds", amounts);
        }
    }

    ChartTable loss() {
        metric(info.mainLoss());
        boolean crowd = info.clients().size() > LossChart.IDENTITIES;
        if (crowd) {
            Records records = curves.records(count);
            add("clients q10", records.lowLoss.values());
            add("clients median", records.medianLoss.values());
            add("clients q90", records.highLoss.values());
        }
        for (int k = 0; k < info.clients().size(); k++) {
            if (!crowd || options.isStrong(k)) {
                add(info.clients().get(k), curves.clientLoss(k, count));
            }
        }
        return build();
    }

    ChartTable metric() {
        int index = info.metricIndex(options.metric());
        metric(index >= 0 ? info.metrics().get(index) : info.mainMetric());
        return build();
    }

    ChartTable spread() {
        Stream.concat(
                        Stream.of(SpreadChart.MEAN, SpreadChart.DEVIATION),
                        SpreadChart.SIDES.stream())
                .filter(id -> info.metricIndex(id) >= 0)
                .forEach(id -> add(id, curves.metric(info.metricIndex(id), count)));
        return build();
    }

    /// Every class, also those that the chart leaves out.
    ChartTable classes() {
        Records records = curves.records(count);
        for (int c = 0; c < ClassesChart.classes(info); c++) {
            add("recall " + info.dataset().classNames().get(c), records.recall(c).values());
        }
        return build();
    }

    ChartTable traffic() {
        Records records = curves.records(count);
        boolean mixing = info.rhythm() == Rhythm.MIXING;
        if (!mixing) {
            whole("bytes down", records.down.values());
        }
        whole(mixing ? "bytes between clients" : "bytes up", records.up.values());
        whole("bytes in total", records.bytes.values());
        return build();
    }

    ChartTable clock() {
        Records records = curves.records(count);
        double[] step = records.stepTime.values();
        double[] member = records.memberTime.values();
        add("seconds of the step", step);
        add("seconds of the median client", member);
        if (info.rhythm() != Rhythm.VERSIONS) {
            addColumn("seconds of waiting", r -> cell(step[r] - member[r]));
        }
        return build();
    }

    ChartTable parameter(List<@Nullable LocalTrace> traces) {
        ParameterValues values =
                new ParameterValues(timeline, curves, options.parameter(), traces, count);
        add("global " + info.layout().nameOf(options.parameter()), values.global());
        boolean crowd = info.clients().size() > LossChart.IDENTITIES;
        if (crowd) {
            looked("clients q10", values, values.quantile(0.1));
            looked("clients median", values, values.quantile(0.5));
            looked("clients q90", values, values.quantile(0.9));
        }
        for (int k = 0; k < info.clients().size(); k++) {
            if (!crowd || options.isStrong(k)) {
                looked(info.clients().get(k), values, values.client(k));
            }
        }
        double optimum = values.optimum();
        if (Double.isFinite(optimum)) {
            addColumn("optimum", r -> optimum);
        }
        return build();
    }

    /// Values of the rounds that were looked at.
    private void looked(String name, ParameterValues values, double[] few) {
        addColumn(
                name,
                r -> {
                    int at = java.util.Collections.binarySearch(values.rounds(), r);
                    return at < 0 ? "" : cell(few[at]);
                });
    }

    private void metric(MetricSpec metric) {
        int index = info.metricIndex(metric.id());
        boolean pooled = MetricSpecs.isPooled(metric.id());
        add((pooled ? "global " : "") + metric.id(), curves.metric(index, count));
        ReferenceCurves references = timeline.references();
        if (references != null && pooled) {
            double[][] central = references.centralised();
            addColumn(
                    "centralised " + metric.id(),
                    r -> r < central.length ? cell(central[r][index]) : "");
            int[] rounds = references.localOnlyRounds();
            addColumn(
                    "local only " + metric.id(),
                    r -> {
                        int at = java.util.Arrays.binarySearch(rounds, r);
                        return at < 0 ? "" : cell(references.localOnly()[at][index]);
                    });
            double[] optimum = references.optimum();
            if (optimum != null) {
                addColumn("optimum " + metric.id(), r -> cell(optimum[index]));
            }
        }
        for (Timeline.Branch branch : timeline.branches()) {
            if (!branch.current()) {
                Timeline other = branch.timeline();
                addColumn(
                        "branch " + branch.letter() + " " + metric.id(),
                        r -> r > other.lastRound() ? "" : cell(other.metric(r, index)));
            }
        }
        Timeline.Ghost ghost = timeline.ghost();
        if (ghost != null) {
            addColumn(
                    "earlier run " + metric.id(),
                    r ->
                            r < ghost.fromRound() || r > ghost.lastRound()
                                    ? ""
                                    : cell(ghost.timeline().metric(r, index)));
        }
    }

    private void add(String name, double[] values) {
        addColumn(name, r -> cell(values[r]));
    }

    /// Adds whole numbers, which are written without a point or an exponent.
    private void whole(String name, double[] values) {
        addColumn(name, r -> Math.round(values[r]));
    }

    private void addColumn(String name, IntFunction<Object> column) {
        header.add(name);
        columns.add(column);
    }

    private static Object cell(double value) {
        return Double.isNaN(value) ? "" : (Object) value;
    }

    private ChartTable build() {
        List<List<Object>> rows = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            List<Object> row = new ArrayList<>();
            for (IntFunction<Object> column : columns) {
                row.add(column.apply(r));
            }
            rows.add(row);
        }
        return new ChartTable(header, rows);
    }
}
