package org.fedarium.chart;

import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.util.List;

/// Draws every series as one path, the important ones over a halo in the background's colour, so
/// that they stand out from a bundle of thin lines.
final class CurveRenderer extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private final transient List<Series> series;
    private final transient ChartStyle style;

    CurveRenderer(List<Series> series, boolean identity, ChartStyle style) {
        super(true, false);
        this.series = series;
        this.style = style;
        setDrawSeriesLineAsPath(true);
        setDefaultCreateEntities(false, false);
        for (int i = 0; i < series.size(); i++) {
            setSeriesPaint(i, style.lineColor(series.get(i), identity), false);
            setSeriesStroke(i, style.stroke(series.get(i)), false);
        }
    }

    @Override
    protected void drawFirstPassShape(Graphics2D g2, int pass, int index, int item, Shape shape) {
        double halo = style.halo(series.get(index));
        if (halo > 0) {
            Paint paint = g2.getPaint();
            g2.setPaint(style.background());
            g2.setStroke(
                    new BasicStroke((float) halo, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            g2.draw(shape);
            g2.setPaint(paint);
        }
        super.drawFirstPassShape(g2, pass, index, item, shape);
    }
}
