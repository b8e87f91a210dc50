package org.fedarium.export;

import org.fedarium.chart.ChartBuilder;
import org.fedarium.chart.ChartData;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.ChartTable;
import org.jfree.chart.JFreeChart;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;

/// A chart as it stood at one moment, ready to be saved in any format, on any thread.
///
/// @param id     for file names: `loss`, `metric`, `paths`
/// @param data   what is on the chart
/// @param table  the numbers behind it
/// @param style  how it looks
/// @param width  in pixels at normal size
/// @param height in pixels at normal size
public record ChartExport(
        String id, ChartData data, ChartTable table, ChartStyle style, int width, int height) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 440;

    /// A chart of the usual size for slides and papers.
    public static ChartExport of(ChartData data, ChartTable table, ChartStyle style) {
        return new ChartExport(data.kind().id(), data, table, style, WIDTH, HEIGHT);
    }

    /// Short title, in the chart's language.
    public String title() {
        return data.title();
    }

    /// @param scale pixels per unit, 1 to 4; only for PNG
    /// @throws org.fedarium.catalog.BadInput when the file cannot be written; nothing is left then
    public void write(ExportFormat format, double scale, Path target) {
        switch (format) {
            case PNG -> scene().png(target, scale);
            case SVG -> scene().svg(target);
            case PDF -> scene().pdf(target, data.title());
            case CSV -> Csv.write(table, target);
        }
    }

    /// The chart as something to paint.
    public SceneExport scene() {
        JFreeChart chart = ChartBuilder.build(data, style);
        return new SceneExport(
                width, height, g2 -> chart.draw(g2, new Rectangle2D.Double(0, 0, width, height)));
    }
}
