package org.fedarium.ui.plot;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.ChartWords;
import org.fedarium.chart.PlotGeometry;
import org.fedarium.chart.Series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/// Dots on the lines at the crosshair, and beside the pointer a card with their values, in the
/// order in which they lie on the screen.
final class HoverCard {
    private static final double REACH = 24;
    private static final double ROW = 17;
    private static final double INSET = 8;

    private final Text measure = new Text();

    void paint(
            GraphicsContext g,
            PlotGeometry at,
            ChartStyle style,
            DoubleFunction<String> heading,
            double x,
            double px,
            double py,
            double width) {
        List<PlotGeometry.Hit> hits = at.at(x, REACH);
        boolean here = !Double.isNaN(px);
        int room = (int) ((at.height() - 2 * INSET) / (ROW * style.scale())) - 1;
        List<PlotGeometry.Hit> shown = nearest(at, hits, here ? py : Double.NaN, room);
        for (PlotGeometry.Hit hit : shown) {
            Series s = hit.series();
            double r = (s.strong() || s.client() < 0 ? 3.5 : 2.5) * style.scale();
            circle(g, at, hit, r + 1.5, style.theme().color("surface"));
            circle(g, at, hit, r, style.lineArgb(s, at.data().identity()));
        }
        if (here && !shown.isEmpty()) {
            card(g, at, style, heading.apply(shown.getFirst().x()), shown, px, width);
        }
    }

    private static void circle(
            GraphicsContext g, PlotGeometry at, PlotGeometry.Hit hit, double r, int argb) {
        g.setFill(ChartOverlay.color(argb));
        g.fillOval(at.pixelX(hit.x()) - r, at.pixelY(hit.y()) - r, 2 * r, 2 * r);
    }

    /// As many hits as there is room for: important ones first, then those nearest to the pointer;
    /// in the order of the screen.
    static List<PlotGeometry.Hit> nearest(
            PlotGeometry at, List<PlotGeometry.Hit> hits, double py, int room) {
        List<PlotGeometry.Hit> ranked = new ArrayList<>(hits);
        ranked.sort(
                Comparator.comparingDouble(
                        h ->
                                h.series().client() < 0 || h.series().strong()
                                        ? -1
                                        : Math.abs(at.pixelY(h.y()) - py)));
        List<PlotGeometry.Hit> kept = ranked.subList(0, Math.max(0, Math.min(room, ranked.size())));
        return hits.stream().filter(kept::contains).toList();
    }

    private void card(
            GraphicsContext g,
            PlotGeometry at,
            ChartStyle style,
            String head,
            List<PlotGeometry.Hit> hits,
            double px,
            double width) {
        double s = style.scale();
        Font plain = ChartOverlay.font(style, false);
        Font strong = ChartOverlay.font(style, true);
        double names = 0;
        double values = 0;
        for (PlotGeometry.Hit hit : hits) {
            names = Math.max(names, width(hit.series().brief(), plain));
            values = Math.max(values, width(ChartWords.value(at.data(), hit.y()), strong));
        }
        double inner = Math.max(names + values + 34 * s, width(head, plain));
        double w = inner + 2 * INSET;
        double h = (hits.size() + 1) * ROW * s + 2 * INSET - 4;
        double left = px + 14 + w <= width ? px + 14 : Math.max(0, px - 14 - w);
        double top = at.top() + Math.max(0, (at.height() - h) / 2);
        g.setFill(ChartOverlay.color(style.theme().color("surface")));
        g.fillRoundRect(left, top, w, h, 12, 12);
        g.setStroke(ChartOverlay.color(style.theme().color("line2")));
        g.setLineWidth(1);
        g.strokeRoundRect(left + 0.5, top + 0.5, w - 1, h - 1, 12, 12);
        g.setTextBaseline(VPos.CENTER);
        double y = top + INSET + ROW * s / 2 - 2;
        text(g, head, left + INSET, y, plain, style.theme().color("ink3"), TextAlignment.LEFT);
        for (PlotGeometry.Hit hit : hits) {
            y += ROW * s;
            Series series = hit.series();
            g.setStroke(ChartOverlay.color(style.lineArgb(series, at.data().identity())));
            g.setLineWidth(Math.min(3, style.lineWidth(series) + 0.6));
            g.strokeLine(left + INSET, y, left + INSET + 14 * s, y);
            double nameAt = left + INSET + 20 * s;
            text(
                    g,
                    series.brief(),
                    nameAt,
                    y,
                    plain,
                    style.theme().color("ink2"),
                    TextAlignment.LEFT);
            String number = ChartWords.value(at.data(), hit.y());
            double end = left + w - INSET;
            text(g, number, end, y, strong, style.theme().color("ink"), TextAlignment.RIGHT);
        }
        g.setTextAlign(TextAlignment.LEFT);
    }

    private static void text(
            GraphicsContext g,
            String words,
            double x,
            double y,
            Font font,
            int argb,
            TextAlignment align) {
        g.setFont(font);
        g.setTextAlign(align);
        g.setFill(ChartOverlay.color(argb));
        g.fillText(words, x, y);
    }

    private double width(String words, Font font) {
        measure.setFont(font);
        measure.setText(words);
        return measure.getLayoutBounds().getWidth();
    }
}
