package org.fedarium.ui.plot;

import org.fedarium.chart.ChartOptions;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.RunCharts;
import org.fedarium.lab.Playhead;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Everything that one frame of the charts is made from.
record PlotFrame(
        RunCharts charts,
        Playhead playhead,
        ChartOptions options,
        List<@Nullable LocalTrace> traces,
        ChartStyle style) {}
