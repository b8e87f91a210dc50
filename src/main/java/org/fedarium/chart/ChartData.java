package org.fedarium.chart;

import java.util.List;

/// Everything that is on a chart, as numbers and words, without colours: a pure function of
/// (timeline, playhead, options, language).
///
/// @param title      short title: `Loss`
/// @param caption    what the lines are, in a few words
/// @param series     from the bottom to the top of the picture
/// @param bands      areas between two quantiles
/// @param marks      vertical lines at changes of settings
/// @param dots       points drawn on top
/// @param futureFrom where the future begins on the x axis; NaN when there is none
/// @param xGrid      whether the ticks of the x axis have grid lines
/// @param identity   whether there are few enough clients for colours to tell them apart
/// @param spoken     the chart in words, for people who cannot see it
/// @param axis       what x counts
/// @param steps      x of rounds 0, 1, 2, ... up to the playhead, not decreasing; empty where x is
///     the round itself
public record ChartData(
        ChartKind kind,
        String title,
        String caption,
        AxisScale x,
        AxisScale y,
        List<Series> series,
        List<Band> bands,
        List<Mark> marks,
        List<Dot> dots,
        double futureFrom,
        boolean xGrid,
        boolean identity,
        String spoken,
        StepAxis axis,
        double[] steps) {

    /// Beyond the last step by more than this share of the axis there are only ghosts.
    private static final double BEYOND = 0.02;

    public ChartData {
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        marks = List.copyOf(marks);
        dots = List.copyOf(dots);
    }

    /// The area between two curves over the same x.
    public record Band(String name, boolean live, double[] x, double[] low, double[] high) {}

    /// A vertical line with a text at its top.
    public record Mark(double x, String label) {}

    /// A point: the global model's (client -1) or a client's.
    public record Dot(
            double x, double y, int client, boolean hollow, boolean strong, boolean live) {}

    /// The series with this id, or an error.
    public Series series(String id) {
        return series.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    /// Where the crosshair stands for a pointer at `x`: at the nearest step, or where the pointer
    /// is on a chart that has lines between rounds, and beyond the last step on an axis of amounts.
    public double snap(double x) {
        if (xGrid) {
            return x;
        }
        if (axis == StepAxis.ROUNDS) {
            return Math.rint(x);
        }
        int round = roundAt(x);
        return round < 0 ? x : steps[round];
    }

    /// The round nearest to `x`, or -1 beyond the playhead on an axis of amounts. Of rounds with
    /// the same x the last.
    public int roundAt(double x) {
        if (axis == StepAxis.ROUNDS) {
            return (int) Math.max(0, Math.rint(x));
        }
        int last = steps.length - 1;
        if (last < 0 || x > steps[last] + BEYOND * (this.x.max() - this.x.min())) {
            return -1;
        }
        int above = 0;
        for (int high = last; above < high; ) {
            int middle = (above + high) >>> 1;
            if (steps[middle] < x) {
                above = middle + 1;
            } else {
                high = middle;
            }
        }
        int nearest = above > 0 && x - steps[above - 1] < steps[above] - x ? above - 1 : above;
        while (nearest < last && steps[nearest + 1] == steps[nearest]) {
            nearest++;
        }
        return nearest;
    }

    /// The x of a round, or NaN when an axis of amounts does not reach it yet. Takes the crosshair
    /// from one chart to another with another axis.
    public double xOf(int round) {
        if (axis == StepAxis.ROUNDS) {
            return round;
        }
        return round >= 0 && round < steps.length ? steps[round] : Double.NaN;
    }

    public boolean has(String id) {
        return series.stream().anyMatch(s -> s.id().equals(id));
    }
}
