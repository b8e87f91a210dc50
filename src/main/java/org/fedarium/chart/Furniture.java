package org.fedarium.chart;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// What is on a chart besides axes and lines. Drawn in two layers: [#below] the lines (future,
/// bands, marks) and [#above] them (dots, texts).
final class Furniture {
    private final ChartData data;
    private final ChartStyle style;
    private final Labels labels;

    Furniture(ChartData data, ChartStyle style) {
        this.data = data;
        this.style = style;
        this.labels = new Labels(data, style);
    }

    AbstractXYAnnotation below() {
        return new Layer(this::drawBelow);
    }

    AbstractXYAnnotation above() {
        return new Layer(this::drawAbove);
    }

    private void drawBelow(Graphics2D g2, PlotGeometry at) {
        if (Double.isFinite(data.futureFrom())) {
            double from = at.pixelX(data.futureFrom());
            g2.setPaint(style.future());
            g2.fill(
                    new Rectangle2D.Double(
                            from, at.top(), at.left() + at.width() - from, at.height() - 1));
            g2.setPaint(style.color("grid"));
            g2.setStroke(new BasicStroke(1));
            for (double tick : data.y().ticks()) {
                double y = at.pixelY(tick);
                g2.draw(new Line2D.Double(from, y, at.left() + at.width(), y));
            }
        }
        for (ChartData.Band band : data.bands()) {
            if (style.live() || !band.live()) {
                g2.setPaint(ChartStyle.awt(style.bandArgb()));
                g2.fill(outline(band, at));
            }
        }
        g2.setPaint(style.color("ghost"));
        float[] dash = {3, 3};
        g2.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, dash, 0));
        for (ChartData.Mark mark : data.marks()) {
            double x = at.pixelX(mark.x());
            g2.draw(new Line2D.Double(x, at.top(), x, at.top() + at.height()));
        }
    }

    private static Shape outline(ChartData.Band band, PlotGeometry at) {
        Path2D path = new Path2D.Double();
        int n = band.x().length;
        path.moveTo(at.pixelX(band.x()[0]), at.pixelY(band.low()[0]));
        for (int i = 1; i < n; i++) {
            path.lineTo(at.pixelX(band.x()[i]), at.pixelY(band.low()[i]));
        }
        for (int i = n - 1; i >= 0; i--) {
            path.lineTo(at.pixelX(band.x()[i]), at.pixelY(band.high()[i]));
        }
        path.closePath();
        return path;
    }

    private void drawAbove(Graphics2D g2, PlotGeometry at) {
        Shape clip = g2.getClip();
        double margin = 14 * style.scale();
        g2.setClip(
                new Rectangle2D.Double(
                        at.left() - margin,
                        at.top() - margin,
                        at.width() + 2 * margin + Labels.classRoom(data) * style.scale(),
                        at.height() + 2 * margin));
        List<LabelLayout.Area> taken = drawMarkLabels(g2, at);
        labels.draw(g2, at, taken);
        for (ChartData.Dot dot : data.dots()) {
            if (style.live() || !dot.live()) {
                drawDot(g2, at, dot);
            }
        }
        g2.setClip(clip);
    }

    private void drawDot(Graphics2D g2, PlotGeometry at, ChartData.Dot dot) {
        double r = style.dotRadius(dot);
        double x = at.pixelX(dot.x());
        double y = at.pixelY(dot.y());
        if (y < at.top() - 1 || y > at.top() + at.height() + 1) {
            return;
        }
        int argb =
                dot.client() < 0
                        ? style.theme().color("ink")
                        : style.clientArgb(dot.client(), data.identity() || dot.strong());
        g2.setPaint(style.background());
        double halo = dot.client() < 0 || dot.strong() ? 1.5 * style.scale() : 0;
        g2.fill(circle(x, y, r + halo));
        g2.setPaint(ChartStyle.awt(argb));
        if (dot.hollow()) {
            g2.setStroke(new BasicStroke((float) (1.8 * style.scale())));
            g2.draw(circle(x, y, r));
        } else {
            g2.fill(circle(x, y, r));
        }
    }

    private static Ellipse2D circle(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    /// Returns where the texts stand.
    private List<LabelLayout.Area> drawMarkLabels(Graphics2D g2, PlotGeometry at) {
        List<LabelLayout.Area> areas = new ArrayList<>();
        if (labels.isLow(at)) {
            return areas;
        }
        double half = style.scale() * LabelLayout.APART / 2;
        double gap = 6 * style.scale();
        double taken = Double.NEGATIVE_INFINITY;
        int row = 0;
        for (ChartData.Mark mark : data.marks()) {
            g2.setFont(style.font());
            double width = Labels.width(g2, mark.label());
            double left = at.pixelX(mark.x()) + gap;
            if (left + width > at.left() + at.width()) {
                left = at.pixelX(mark.x()) - gap - width;
            }
            row = left < taken ? row + 1 : 0;
            double centre = at.top() + style.scale() * LabelLayout.APART * (0.5 + row);
            if (row < 4) {
                labels.drawText(g2, mark.label(), left, centre, style.font(), style.color("ink2"));
                areas.add(new LabelLayout.Area(left, centre - half, left + width, centre + half));
            }
            taken = left + width + gap;
        }
        return areas;
    }

    /// Something to draw on a plot.
    private interface Drawing {
        void draw(Graphics2D g2, PlotGeometry at);
    }

    private final class Layer extends AbstractXYAnnotation {
        private static final long serialVersionUID = 1L;
        private final transient Drawing drawing;

        Layer(Drawing drawing) {
            this.drawing = drawing;
        }

        @Override
        public void draw(
                Graphics2D g2,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis domainAxis,
                ValueAxis rangeAxis,
                int rendererIndex,
                PlotRenderingInfo info) {
            drawing.draw(
                    g2,
                    new PlotGeometry(
                            data, area.getX(), area.getY(), area.getWidth(), area.getHeight()));
        }
    }
}
