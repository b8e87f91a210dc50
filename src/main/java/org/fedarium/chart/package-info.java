/// Charts of a run: what is on them ([org.fedarium.chart.ChartData], pure numbers and words), how
/// they look ([org.fedarium.chart.ChartBuilder], a themed JFreeChart), and the same as a table
/// ([org.fedarium.chart.ChartTable]). No JavaFX. May use lab and below, and look.
/// Start with [org.fedarium.chart.RunCharts].
@NullMarked
package org.fedarium.chart;

import org.jspecify.annotations.NullMarked;
