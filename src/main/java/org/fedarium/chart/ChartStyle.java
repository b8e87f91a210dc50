package org.fedarium.chart;

import org.fedarium.look.Theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;

/// How charts look: colours, line widths, fonts.
///
/// @param theme  light or dark
/// @param locale language of the texts; decides the font
/// @param scale  1 normally, 1.4 in presenter mode: widths and letters grow with it
/// @param titled whether title and caption stand above the plot, for pictures that leave the
///     program
/// @param live   whether the moving lines are part of the chart, or drawn on top of it elsewhere
public record ChartStyle(Theme theme, Locale locale, double scale, boolean titled, boolean live) {

    private static final float[][] SIDES = {{5, 3}, {2, 3}, {9, 3, 2, 3}};

    /// Neighbours on the colour ramp never have the same dash.
    private static final float[][] CLASSES = {{}, {7, 3}, {2, 3}, {9, 3, 2, 3}};

    /// For pictures that leave the program.
    public static ChartStyle forExport(Theme theme, Locale locale) {
        return new ChartStyle(theme, locale, 1, true, true);
    }

    /// For the window, which draws titles and moving lines itself.
    public static ChartStyle forScreen(Theme theme, Locale locale, double scale) {
        return new ChartStyle(theme, locale, scale, false, false);
    }

    /// The same, everything larger.
    public ChartStyle times(double factor) {
        return factor == 1 ? this : new ChartStyle(theme, locale, scale * factor, titled, live);
    }

    public Font font() {
        return Fonts.regular(locale, 12 * scale);
    }

    public Font strongFont() {
        return Fonts.semiBold(locale, 12 * scale);
    }

    public Font titleFont() {
        return Fonts.semiBold(locale, 15 * scale);
    }

    public Color color(String token) {
        return awt(theme.color(token));
    }

    static Color awt(int argb) {
        return new Color(argb, true);
    }

    public Color background() {
        return color("surface");
    }

    /// The area to the right of the playhead.
    public Color future() {
        return awt(
                theme.isDark()
                        ? Theme.mix(theme.color("surface"), theme.color("sunken"), 0.55)
                        : theme.color("bg"));
    }

    /// Colour of a line.
    ///
    /// @param identity whether there are few enough clients for colours to tell them apart
    public Color lineColor(Series series, boolean identity) {
        return awt(lineArgb(series, identity));
    }

    /// The same as `0xAARRGGBB`.
    public int lineArgb(Series series, boolean identity) {
        return switch (series.role()) {
            case GLOBAL, MAIN, PENDING -> theme.color("ink");
            case CLASS -> theme.classColor(series.part(), series.parts());
            case CLIENT -> clientArgb(series.client(), identity || series.strong());
            case PULL ->
                    Theme.alpha(clientArgb(series.client(), identity || series.strong()), 0.45);
            case MEDIAN -> theme.color("ink3");
            case GHOST -> theme.color("ghost");
            case CENTRALISED, SIDE -> theme.color("ink2");
            case LOCAL_ONLY, OPTIMUM -> theme.color("ink3");
        };
    }

    /// Colour of a client's line or dot; grey where colours would not tell clients apart.
    public int clientArgb(int client, boolean identity) {
        return identity ? theme.client(client) : theme.color("line2");
    }

    /// Colour of the area between two quantiles, as `0xAARRGGBB`.
    public int bandArgb() {
        return Theme.alpha(theme.color("ink3"), theme.isDark() ? 0.26 : 0.16);
    }

    /// Colour of the text at a line's end.
    public Color labelColor(Series series) {
        return awt(
                switch (series.role()) {
                    case CLIENT, PULL -> theme.clientText(series.client());
                    case GLOBAL, MAIN, PENDING -> theme.color("ink");
                    case CENTRALISED, SIDE, CLASS -> theme.color("ink2");
                    case LOCAL_ONLY, OPTIMUM, MEDIAN, GHOST -> theme.color("ink3");
                });
    }

    public double lineWidth(Series series) {
        return scale
                * switch (series.role()) {
                    case GLOBAL, MAIN -> 2.8;
                    case CLIENT -> series.strong() ? 2 : 1.1;
                    case PULL -> series.strong() ? 1.6 : 0.8;
                    case PENDING, GHOST, MEDIAN, SIDE -> 1.8;
                    case CLASS -> series.strong() ? 3.2 : 1.8;
                    case CENTRALISED, LOCAL_ONLY, OPTIMUM -> 1.4;
                };
    }

    /// Dash of a line; empty when it is solid. Where clients' colours repeat, or a theme has none,
    /// their dash tells them apart.
    public float[] dash(Series series) {
        float[] base =
                switch (series.role()) {
                    case GHOST -> new float[] {5, 4};
                    case CENTRALISED -> new float[] {7, 3};
                    case LOCAL_ONLY -> new float[] {2, 3};
                    case OPTIMUM -> new float[] {9, 3, 2, 3};
                    case PENDING -> new float[] {2, 3};
                    case CLIENT -> theme.dash(series.client());
                    case SIDE -> SIDES[Math.min(series.part(), SIDES.length - 1)];
                    case CLASS -> CLASSES[series.part() % CLASSES.length];
                    case GLOBAL, MAIN, MEDIAN, PULL -> new float[0];
                };
        float[] scaled = new float[base.length];
        for (int i = 0; i < base.length; i++) {
            scaled[i] = (float) (base[i] * scale);
        }
        return scaled;
    }

    public BasicStroke stroke(Series series) {
        float[] dash = dash(series);
        float width = (float) lineWidth(series);
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /// Width of the surface-coloured line under a line, or 0.
    public double halo(Series series) {
        return series.role().leads() || series.strong() ? lineWidth(series) + 3 * scale : 0;
    }

    public double dotRadius(ChartData.Dot dot) {
        return scale * (dot.client() < 0 ? 4 : dot.strong() ? 3.5 : 2);
    }
}
