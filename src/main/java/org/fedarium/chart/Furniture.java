package org.fedarium.chart;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is on a chart besides axes and lines. Drawn in two layers: [#below] the lines (future,
/// bands, marks) and [#above] them (dots, texts).
final class Furniture {
    /// Thin lines that labels try not to cover; more would only cost time.
    private static final int WEAK_LINES = 12;

    private final ChartData data;
    private final ChartStyle style;

    Furniture(ChartData data, ChartStyle style) {
        this.data = data;
        this.style = style;
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
                        at.width() + 2 * margin,
                        at.height() + 2 * margin));
        List<LabelLayout.Area> taken = drawMarkLabels(g2, at);
        drawLabels(g2, at, taken);
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

    /// A low chart stands below a higher one that carries the same texts.
    private boolean isLow(PlotGeometry at) {
        return at.height() < 110 * style.scale();
    }

    /// Returns where the texts stand.
    private List<LabelLayout.Area> drawMarkLabels(Graphics2D g2, PlotGeometry at) {
        List<LabelLayout.Area> areas = new ArrayList<>();
        if (isLow(at)) {
            return areas;
        }
        double half = style.scale() * LabelLayout.APART / 2;
        double gap = 6 * style.scale();
        double taken = Double.NEGATIVE_INFINITY;
        int row = 0;
        for (ChartData.Mark mark : data.marks()) {
            g2.setFont(style.font());
            double width = width(g2, mark.label());
            double left = at.pixelX(mark.x()) + gap;
            if (left + width > at.left() + at.width()) {
                left = at.pixelX(mark.x()) - gap - width;
            }
            row = left < taken ? row + 1 : 0;
            double centre = at.top() + style.scale() * LabelLayout.APART * (0.5 + row);
            if (row < 4) {
                drawText(g2, mark.label(), left, centre, style.font(), style.color("ink2"));
                areas.add(new LabelLayout.Area(left, centre - half, left + width, centre + half));
            }
            taken = left + width + gap;
        }
        return areas;
    }

    /// On the window's canvas Java2D does not know the bundled fonts and measures another, narrower
    /// one; so a letter counts as at least half the font's size, a Chinese character as all of it.
    private static double width(Graphics2D g2, String text) {
        double letters = text.chars().mapToDouble(c -> c < 0x2E80 ? 0.52 : 1).sum();
        double least = letters * g2.getFont().getSize2D();
        return Math.max(least, g2.getFontMetrics().stringWidth(text));
    }

    private void drawLabels(Graphics2D g2, PlotGeometry at, List<LabelLayout.Area> taken) {
        List<Series> labelled = new ArrayList<>();
        List<LabelLayout.Wish> wishes = new ArrayList<>();
        List<LabelLayout.Line> lines = new ArrayList<>();
        int weak = 0;
        Set<Series> named = namedClasses(at);
        for (Series s : data.series()) {
            boolean important = s.role().compareTo(Series.Role.MEDIAN) >= 0 || s.strong();
            boolean thin = s.role() == Series.Role.CLIENT || s.role() == Series.Role.CLASS;
            if (important || weak++ < WEAK_LINES && thin) {
                lines.add(pixels(s, important, at));
            }
            boolean shown = style.live() || !s.live();
            boolean room =
                    switch (s.role()) {
                        case GHOST -> !isLow(at);
                        case CLASS -> named.contains(s);
                        default -> true;
                    };
            if (!s.label().isEmpty() && shown && room) {
                g2.setFont(labelFont(s));
                double y =
                        Math.max(at.top(), Math.min(at.top() + at.height(), at.pixelY(s.lastY())));
                double x = Math.min(at.left() + at.width(), at.pixelX(s.lastX()));
                labelled.add(s);
                wishes.add(new LabelLayout.Wish(x, y, width(g2, s.label())));
            }
        }
        double right = at.left() + at.width();
        LabelLayout.Area area =
                new LabelLayout.Area(
                        at.left(), at.top() - 6 * style.scale(), right, at.top() + at.height());
        List<LabelLayout.Place> places =
                LabelLayout.place(wishes, lines, taken, area, style.scale());
        for (int i = 0; i < places.size(); i++) {
            LabelLayout.Place place = places.get(i);
            LabelLayout.Wish wish = wishes.get(i);
            if (place.beside() && Math.abs(place.centre() - wish.y()) > 5 * style.scale()) {
                Series line = labelled.get(i);
                boolean ofClass = line.role() == Series.Role.CLASS;
                g2.setPaint(ofClass ? style.lineColor(line, true) : style.color("axis"));
                g2.setStroke(new BasicStroke(1));
                double end = place.left() - 2;
                g2.draw(new Line2D.Double(wish.x() + 3, wish.y(), end, place.centre()));
            }
            Series s = labelled.get(i);
            drawText(
                    g2, s.label(), place.left(), place.centre(), labelFont(s), style.labelColor(s));
        }
    }

    /// As many classes as there is room for the names of, the worst first.
    private Set<Series> namedClasses(PlotGeometry at) {
        int room = (int) (at.height() / (LabelLayout.APART * style.scale()));
        return data.series().stream()
                .filter(s -> s.role() == Series.Role.CLASS)
                .sorted(Comparator.comparingDouble(Series::lastY))
                .limit(room)
                .collect(Collectors.toSet());
    }

    private Font labelFont(Series series) {
        boolean strong = series.role().leads() || series.strong();
        return strong ? style.strongFont() : style.font();
    }

    private static LabelLayout.Line pixels(Series s, boolean strong, PlotGeometry at) {
        double[] x = new double[s.size()];
        double[] y = new double[s.size()];
        for (int i = 0; i < s.size(); i++) {
            x[i] = at.pixelX(s.x()[i]);
            y[i] = at.pixelY(s.y()[i]);
        }
        return new LabelLayout.Line(strong, x, y);
    }

    /// A text on a veil of the background's colour, so that it stays readable over lines.
    private void drawText(
            Graphics2D g2,
            String text,
            double left,
            double centre,
            Font font,
            java.awt.Color color) {
        g2.setFont(font);
        FontMetrics metrics = g2.getFontMetrics();
        double height = 13 * style.scale();
        int veil = org.fedarium.look.Theme.alpha(style.theme().color("surface"), 0.72);
        g2.setPaint(ChartStyle.awt(veil));
        g2.fill(
                new Rectangle2D.Double(
                        left - 2, centre - height / 2, metrics.stringWidth(text) + 4, height));
        g2.setPaint(color);
        double baseline = centre + (metrics.getAscent() - metrics.getDescent()) / 2.0;
        g2.drawString(text, (float) left, (float) baseline);
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
