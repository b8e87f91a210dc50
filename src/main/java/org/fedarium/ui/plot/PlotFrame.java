package org.fedarium.ui.plot;

import org.fedarium.chart.ChartOptions;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.RunCharts;
import org.fedarium.lab.Playhead;
import org.fedarium.scene.ClassPair;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Everything that one frame of the plots is made from.
///
/// @param classes under the pointer anywhere in the window
record PlotFrame(
        RunCharts charts,
        Playhead playhead,
        ChartOptions options,
        ClassPair classes,
        List<@Nullable LocalTrace> traces,
        ChartStyle style) {

    PlotFrame withMetric(String id) {
        return id.isEmpty()
                ? this
                : new PlotFrame(charts, playhead, options.withMetric(id), classes, traces, style);
    }

    PlotFrame withStyle(ChartStyle other) {
        return new PlotFrame(charts, playhead, options, classes, traces, other);
    }

    /// The same moment for pictures.
    Face.Moment moment() {
        return new Face.Moment(
                charts.timeline(), playhead, options.selected(), options.hovered(), classes);
    }
}
