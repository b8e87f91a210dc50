package org.fedarium.chart;

import org.fedarium.chart.Series.Role;
import org.fedarium.data.Task;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Numbers;
import org.fedarium.model.Metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The recall of every class: the share of its test examples that the global model gives this
/// class. Of more than [#MOST] classes the [#WORST] that are worst at the playhead, and the median
/// of all.
final class ClassesChart extends RoundChart {
    static final int MOST = 12;
    static final int WORST = 8;

    ClassesChart(ChartInput input) {
        super(input);
    }

    static boolean fits(RunInfo info) {
        return info.testExamples() > 0 && classes(info) > 0;
    }

    /// How many classes have a recall; 0 where no confusion matrix is kept.
    static int classes(RunInfo info) {
        boolean named = info.dataset().task() == Task.CLASSIFICATION;
        int count = named ? info.dataset().classNames().size() : 0;
        return count >= 2 && count <= Metrics.MAX_CONFUSION_CLASSES ? count : 0;
    }

    /// The classes that are drawn, in order.
    ///
    /// @param shown the last round that may be shown
    static List<Integer> drawn(RunInfo info, Curves curves, int shown) {
        int classes = classes(info);
        List<Integer> drawn = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            if (classes <= MOST || shown >= 0 && Double.isFinite(now(curves, c, shown))) {
                drawn.add(c);
            }
        }
        if (classes > MOST) {
            drawn.sort(Comparator.comparingDouble(c -> now(curves, c, shown)));
            drawn = new ArrayList<>(drawn.subList(0, Math.min(WORST, drawn.size())));
            drawn.sort(Comparator.naturalOrder());
        }
        return drawn;
    }

    private static double now(Curves curves, int index, int shown) {
        return curves.records(shown + 1).recall(index).values()[shown];
    }

    @Override
    ChartKind kind() {
        return ChartKind.CLASSES;
    }

    @Override
    void addLines() {
        int classes = classes(info);
        Records records = curves.records(count);
        if (classes > MOST) {
            Names.Line line = names.kinds().classMedian(classes);
            add("median", line, Role.MEDIAN, -1, records.medianRecall.values());
        }
        for (int c : drawn(info, curves, shown)) {
            Names.Line line = names.kinds().classLine(info.dataset().classNames().get(c));
            addPart("class." + c, line, Role.CLASS, records.recall(c).values(), c, classes);
        }
    }

    @Override
    AxisScale vertical() {
        return Ticks.shares();
    }

    @Override
    String number(double value) {
        return Numbers.percent(value);
    }
}
