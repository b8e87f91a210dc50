/// Files for people and programs: charts and scenes as PNG, SVG and PDF, the numbers behind them
/// and whole runs as CSV and JSON. Every file appears complete or not at all. May use chart, scene,
/// look, lab and below. Start with [org.fedarium.export.ChartExport],
/// [org.fedarium.export.RoundsCsv] and [org.fedarium.export.Graphics2DSurface].
@NullMarked
package org.fedarium.export;

import org.jspecify.annotations.NullMarked;
