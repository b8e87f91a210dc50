package org.fedarium.ui.plot;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;

import org.fedarium.chart.ChartData;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.PlotGeometry;
import org.fedarium.chart.Series;
import org.fedarium.look.Theme;

import java.util.function.DoubleFunction;

/// Paints what moves on top of a chart: the lines of the round that is going on, the crosshair, and
/// the values under the pointer.
final class ChartOverlay {
    private final Canvas canvas;
    private final HoverCard hover = new HoverCard();

    ChartOverlay(Canvas canvas) {
        this.canvas = canvas;
    }

    /// @param zoom      points of the canvas per unit of the plot
    /// @param heading   names a position on the x axis
    /// @param crosshair x of the crosshair, or NaN
    /// @param px,py     the pointer; px is NaN when it is elsewhere
    void paint(
            double zoom,
            PlotGeometry at,
            ChartStyle style,
            DoubleFunction<String> heading,
            double crosshair,
            double px,
            double py) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTransform(zoom, 0, 0, zoom, 0, 0);
        paintLive(g, at, style);
        ChartData data = at.data();
        boolean inside = crosshair >= data.x().min() && crosshair <= data.x().max();
        if (inside) {
            g.setStroke(color(style.theme().color("ink3")));
            g.setLineWidth(1);
            g.setLineDashes(null);
            double x = Math.floor(at.pixelX(crosshair)) + 0.5;
            g.strokeLine(x, at.top(), x, at.top() + at.height());
            hover.paint(g, at, style, heading, crosshair, px, py, canvas.getWidth() / zoom);
        }
    }

    static Color color(int argb) {
        return Color.rgb(
                (argb >> 16) & 0xFF, (argb >> 8) & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    static Font font(ChartStyle style, boolean strong) {
        java.awt.Font awt = strong ? style.strongFont() : style.font();
        return Font.font(awt.getFamily(), awt.getSize());
    }

    private static void paintLive(GraphicsContext g, PlotGeometry at, ChartStyle style) {
        ChartData data = at.data();
        g.save();
        g.beginPath();
        // Whole points: another rectangle would be a mask, which is slow.
        double left = Math.floor(at.left()) - 6;
        double top = Math.floor(at.top()) - 6;
        g.rect(left, top, Math.ceil(at.width()) + 21, Math.ceil(at.height()) + 13);
        g.clip();
        for (ChartData.Band band : data.bands()) {
            if (band.live()) {
                paintBand(g, at, style, band);
            }
        }
        for (Series s : data.series()) {
            if (s.live()) {
                paintLine(g, at, style, s, data.identity());
            }
        }
        for (ChartData.Dot dot : data.dots()) {
            if (dot.live()) {
                paintDot(g, at, style, dot, data.identity());
            }
        }
        g.restore();
    }

    private static void paintBand(
            GraphicsContext g, PlotGeometry at, ChartStyle style, ChartData.Band band) {
        int n = band.x().length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = at.pixelX(band.x()[i]);
            y[i] = at.pixelY(band.low()[i]);
            x[2 * n - 1 - i] = x[i];
            y[2 * n - 1 - i] = at.pixelY(band.high()[i]);
        }
        g.setFill(color(style.bandArgb()));
        g.fillPolygon(x, y, 2 * n);
    }

    private static void paintLine(
            GraphicsContext g, PlotGeometry at, ChartStyle style, Series s, boolean identity) {
        g.beginPath();
        for (int i = 0; i < s.size(); i++) {
            double x = at.pixelX(s.x()[i]);
            double y = at.pixelY(s.y()[i]);
            if (i == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        float[] dash = style.dash(s);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(dash.length == 0 ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        if (style.halo(s) > 0) {
            g.setLineDashes(null);
            g.setStroke(color(style.theme().color("surface")));
            g.setLineWidth(style.halo(s));
            g.stroke();
        }
        double[] dashes = new double[dash.length];
        for (int i = 0; i < dash.length; i++) {
            dashes[i] = dash[i];
        }
        g.setLineDashes(dashes);
        g.setStroke(color(style.lineArgb(s, identity)));
        g.setLineWidth(style.lineWidth(s));
        g.stroke();
        g.setLineDashes(null);
        if (!s.label().isEmpty()) {
            g.setFont(font(style, true));
            g.setTextBaseline(VPos.CENTER);
            g.setFill(color(style.theme().clientText(s.client())));
            double x = at.pixelX(s.lastX()) + 8 * style.scale();
            g.fillText(s.label(), x, at.pixelY(s.lastY()));
        }
    }

    static void paintDot(
            GraphicsContext g,
            PlotGeometry at,
            ChartStyle style,
            ChartData.Dot dot,
            boolean identity) {
        double r = style.dotRadius(dot);
        double x = at.pixelX(dot.x());
        double y = at.pixelY(dot.y());
        Theme theme = style.theme();
        Color color =
                color(
                        dot.client() < 0
                                ? theme.color("ink")
                                : style.clientArgb(dot.client(), identity || dot.strong()));
        double halo = dot.client() < 0 || dot.strong() ? r + 1.5 * style.scale() : 0;
        g.setFill(color(theme.color("surface")));
        g.fillOval(x - halo, y - halo, 2 * halo, 2 * halo);
        if (dot.hollow()) {
            g.setStroke(color);
            g.setLineWidth(1.8 * style.scale());
            g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        } else {
            g.setFill(color);
            g.fillOval(x - r, y - r, 2 * r, 2 * r);
        }
    }
}
