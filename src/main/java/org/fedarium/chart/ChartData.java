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
        String spoken) {

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

    public boolean has(String id) {
        return series.stream().anyMatch(s -> s.id().equals(id));
    }
}
