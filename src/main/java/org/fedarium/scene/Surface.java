package org.fedarium.scene;

import java.util.function.Consumer;

/// What painters draw on. Small on purpose, so that the screen, PNG, SVG, PDF and tests can all
/// provide it. Units are pixels of the window, y points down; colours are `0xAARRGGBB`; angles are
/// radians clockwise from 12 o'clock.
public interface Surface {
    /// How the ends of lines look.
    enum Cap {
        BUTT,
        ROUND
    }

    /// Where a text lies relative to its x.
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /// Where a text lies relative to its y: on its baseline, or centred on its capitals.
    enum Base {
        BASELINE,
        MIDDLE
    }

    /// Height of capitals as a share of the font size: Inter's, close to that of the others.
    double CAPITALS = 0.727;

    void save();

    void restore();

    void translate(double dx, double dy);

    void rotate(double angle);

    /// Only what lies in this rectangle is drawn until [#restore()].
    void clip(double x, double y, double width, double height);

    /// Multiplies all colours drawn until [#restore()] or the next call; not cumulative.
    void setAlpha(double alpha);

    /// Line width, ends and dashes of everything stroked until [#restore()] or the next call.
    void setStroke(double width, Cap cap, double... dashes);

    void line(double x1, double y1, double x2, double y2, int color);

    void polyline(double[] xs, double[] ys, int count, int color);

    /// One cubic Bezier curve.
    void curve(
            double x1,
            double y1,
            double cx1,
            double cy1,
            double cx2,
            double cy2,
            double x2,
            double y2,
            int color);

    /// Part of a circle's outline.
    void arc(double cx, double cy, double radius, double start, double sweep, int color);

    void strokeCircle(double cx, double cy, double radius, int color);

    void fillCircle(double cx, double cy, double radius, int color);

    void fillRect(double x, double y, double width, double height, int color);

    void strokeRound(double x, double y, double width, double height, double radius, int color);

    void fillRound(double x, double y, double width, double height, double radius, int color);

    void fillPolygon(double[] xs, double[] ys, int count, int color);

    void text(String text, double x, double y, FontSpec font, int color, Align align, Base base);

    double textWidth(String text, FontSpec font);

    /// Draws `rows * columns` pixels, row by row, scaled to a rectangle.
    void image(
            int[] argb,
            int columns,
            int rows,
            double x,
            double y,
            double width,
            double height,
            boolean smooth);

    /// As [#image] from the origin on, not smoothed unless asked. The pixels stay the same while
    /// `version` does, so a screen need not take them again.
    ///
    /// @param name one per picture on this surface
    default void pixels(
            String name,
            long version,
            int[] argb,
            int columns,
            int rows,
            double width,
            double height,
            boolean smooth) {
        image(argb, columns, rows, 0, 0, width, height, smooth);
    }

    /// Device pixels per unit, so that pixel images can be made sharp.
    default double pixelScale() {
        return 1;
    }

    /// Draws `content`, which depends on nothing but `key` and fills at most the given size. A
    /// screen may keep its picture and show it again while the key stays equal.
    default void layer(
            String name, Object key, double width, double height, Consumer<Surface> content) {
        content.accept(this);
    }

    /// A filled segment of a ring between two radii.
    default void ring(
            double cx,
            double cy,
            double inner,
            double outer,
            double start,
            double sweep,
            int color) {
        setStroke(outer - inner, Cap.BUTT);
        arc(cx, cy, (inner + outer) / 2, start, sweep, color);
    }

    /// y of the baseline for a text at y.
    static double baseline(double y, FontSpec font, Base base) {
        return base == Base.BASELINE ? y : y + font.size() * CAPITALS / 2;
    }
}
