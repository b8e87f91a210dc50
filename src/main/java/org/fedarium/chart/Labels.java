package org.fedarium.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The texts at the ends of a chart's lines.
final class Labels {
    /// Thin lines that labels try not to cover; more would only cost time.
    private static final int WEAK_LINES = 12;

    /// Length of the lines that lead from the curves of classes to their names.
    private static final double LEAD = 18;

    private static final double MOST_ROOM = 120;

    private final ChartData data;
    private final ChartStyle style;

    Labels(ChartData data, ChartStyle style) {
        this.data = data;
        this.style = style;
    }

    /// Room at scale 1 right of the plot for the names of classes and the lines that lead to them;
    /// 0 where there are none.
    static double classRoom(ChartData data) {
        double letters =
                data.series().stream()
                        .filter(s -> isInColumn(data, s))
                        .mapToDouble(s -> letters(s.label()))
                        .max()
                        .orElse(0);
        return letters == 0 ? 0 : Math.min(MOST_ROOM, LEAD + 12 * letters);
    }

    /// Classes, and the median of them.
    private static boolean isInColumn(ChartData data, Series series) {
        return data.kind() == ChartKind.CLASSES && !series.label().isEmpty();
    }

    /// A low chart stands below a higher one that carries the same texts.
    boolean isLow(PlotGeometry at) {
        return at.height() < 110 * style.scale();
    }

    /// On the window's canvas Java2D does not know the bundled fonts and measures another, narrower
    /// one; so a letter counts as at least half the font's size, a Chinese character as all of it.
    static double width(Graphics2D g2, String text) {
        double least = letters(text) * g2.getFont().getSize2D();
        return Math.max(least, g2.getFontMetrics().stringWidth(text));
    }

    /// Width of a text in sizes of its font.
    private static double letters(String text) {
        return text.chars().mapToDouble(c -> c < 0x2E80 ? 0.52 : 1).sum();
    }

    /// Draws the texts at all lines' ends, away from `taken`.
    void draw(Graphics2D g2, PlotGeometry at, List<LabelLayout.Area> taken) {
        List<Series> labelled = new ArrayList<>();
        List<LabelLayout.Wish> wishes = new ArrayList<>();
        List<LabelLayout.Line> lines = new ArrayList<>();
        List<LabelLayout.Area> occupied = new ArrayList<>(taken);
        occupied.addAll(drawClassNames(g2, at));
        int weak = 0;
        for (Series s : data.series()) {
            boolean important = s.role().compareTo(Series.Role.MEDIAN) >= 0 || s.strong();
            if (important || weak++ < WEAK_LINES && s.role() == Series.Role.CLIENT) {
                lines.add(pixels(s, important, at));
            }
            boolean shown = style.live() || !s.live();
            boolean room = !isInColumn(data, s) && (s.role() != Series.Role.GHOST || !isLow(at));
            if (!s.label().isEmpty() && shown && room) {
                labelled.add(s);
                wishes.add(wish(g2, at, s));
            }
        }
        List<LabelLayout.Place> places =
                LabelLayout.place(wishes, lines, occupied, area(at), style.scale());
        for (int i = 0; i < places.size(); i++) {
            drawLabel(g2, labelled.get(i), wishes.get(i), places.get(i), style.color("axis"));
        }
    }

    /// The names of classes stand in one column behind the lines' ends, in the order of these.
    /// Returns where they stand.
    private List<LabelLayout.Area> drawClassNames(Graphics2D g2, PlotGeometry at) {
        List<Series> named = namedClasses(at);
        List<LabelLayout.Wish> wishes = named.stream().map(s -> wish(g2, at, s)).toList();
        double half = style.scale() * LabelLayout.APART / 2;
        double edge = at.left() + at.width() + classRoom(data) * style.scale();
        double widest = wishes.stream().mapToDouble(LabelLayout.Wish::width).max().orElse(0);
        double ends = wishes.stream().mapToDouble(LabelLayout.Wish::x).max().orElse(0);
        double left = Math.min(ends + LEAD * style.scale(), edge - widest);
        List<LabelLayout.Place> places =
                LabelLayout.pushApart(
                        wishes,
                        wishes.stream().map(w -> new LabelLayout.Place(left, w.y(), true)).toList(),
                        area(at),
                        2 * half);
        List<LabelLayout.Area> areas = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Color color = style.lineColor(named.get(i), true);
            drawLabel(g2, named.get(i), wishes.get(i), places.get(i), color);
            double centre = places.get(i).centre();
            areas.add(new LabelLayout.Area(left, centre - half, left + widest, centre + half));
        }
        return areas;
    }

    private LabelLayout.Wish wish(Graphics2D g2, PlotGeometry at, Series s) {
        g2.setFont(labelFont(s));
        double y = Math.max(at.top(), Math.min(at.top() + at.height(), at.pixelY(s.lastY())));
        double x = Math.min(at.left() + at.width(), at.pixelX(s.lastX()));
        return new LabelLayout.Wish(x, y, width(g2, s.label()));
    }

    private LabelLayout.Area area(PlotGeometry at) {
        return new LabelLayout.Area(
                at.left(),
                at.top() - 6 * style.scale(),
                at.left() + at.width(),
                at.top() + at.height());
    }

    /// Draws a text, with a line to its curve's end where that is not beside it.
    private void drawLabel(
            Graphics2D g2,
            Series s,
            LabelLayout.Wish wish,
            LabelLayout.Place place,
            Color pointer) {
        double end = place.left() - 2;
        boolean away = Math.abs(place.centre() - wish.y()) > 5 * style.scale();
        if (place.beside() && away && end > wish.x() + 3) {
            g2.setPaint(pointer);
            g2.setStroke(new BasicStroke(1));
            g2.draw(new Line2D.Double(wish.x() + 3, wish.y(), end, place.centre()));
        }
        drawText(g2, s.label(), place.left(), place.centre(), labelFont(s), style.labelColor(s));
    }

    /// As many classes as there is room for the names of, the worst first.
    private List<Series> namedClasses(PlotGeometry at) {
        int room = (int) (at.height() / (LabelLayout.APART * style.scale()));
        return data.series().stream()
                .filter(s -> isInColumn(data, s))
                .sorted(Comparator.comparingDouble(Series::lastY))
                .limit(room)
                .toList();
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
    void drawText(Graphics2D g2, String text, double left, double centre, Font font, Color color) {
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
}
