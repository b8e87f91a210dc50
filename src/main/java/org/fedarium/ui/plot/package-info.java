/// The charts beside the stage: hosts JFreeChart in the window, with hover, crosshair, menu and
/// export. May use ui.support, export, chart and everything below; the only room that knows
/// `org.jfree.chart.fx`. Start with [org.fedarium.ui.plot.PlotPane] and
/// [org.fedarium.ui.plot.ChartHost].
@NullMarked
package org.fedarium.ui.plot;

import org.jspecify.annotations.NullMarked;
