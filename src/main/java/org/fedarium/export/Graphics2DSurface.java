package org.fedarium.export;

import org.fedarium.scene.FontSpec;
import org.fedarium.scene.Surface;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/// A [Surface] on Java2D: for images, and for the SVG and PDF writers that look like Java2D.
public final class Graphics2DSurface implements Surface {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Deque<Graphics2D> saved = new ArrayDeque<>();
    private final double scale;
    private Graphics2D g;

    /// @param scale device pixels per unit that `graphics` is already set to
    public Graphics2DSurface(Graphics2D graphics, double scale) {
        this.g = graphics;
        this.scale = scale;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    @Override
    public void save() {
        saved.push(g);
        g = (Graphics2D) g.create();
    }

    @Override
    public void restore() {
        g.dispose();
        g = saved.pop();
    }

    @Override
    public void translate(double dx, double dy) {
        g.translate(dx, dy);
    }

    @Override
    public void rotate(double angle) {
        g.rotate(angle);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        g.clip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void setAlpha(double alpha) {
        float clamped = (float) Math.max(0, Math.min(1, alpha));
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, clamped));
    }

    @Override
    public void setStroke(double width, Cap cap, double... dashes) {
        int end = cap == Cap.ROUND ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        float[] pattern = new float[dashes.length];
        for (int i = 0; i < dashes.length; i++) {
            pattern[i] = (float) dashes[i];
        }
        g.setStroke(
                new BasicStroke(
                        (float) width,
                        end,
                        BasicStroke.JOIN_ROUND,
                        1,
                        pattern.length == 0 ? null : pattern,
                        0));
    }

    private void color(int color) {
        g.setColor(new Color(color, true));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int color) {
        color(color);
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, int color) {
        if (count > 1) {
            color(color);
            g.draw(path(xs, ys, count));
        }
    }

    @Override
    public void curve(
            double x1,
            double y1,
            double cx1,
            double cy1,
            double cx2,
            double cy2,
            double x2,
            double y2,
            int color) {
        color(color);
        g.draw(new CubicCurve2D.Double(x1, y1, cx1, cy1, cx2, cy2, x2, y2));
    }

    @Override
    public void arc(double cx, double cy, double radius, double start, double sweep, int color) {
        color(color);
        double from = 90 - Math.toDegrees(start);
        g.draw(
                new Arc2D.Double(
                        cx - radius,
                        cy - radius,
                        2 * radius,
                        2 * radius,
                        from,
                        -Math.toDegrees(sweep),
                        Arc2D.OPEN));
    }

    @Override
    public void strokeCircle(double cx, double cy, double radius, int color) {
        color(color);
        g.draw(circle(cx, cy, radius));
    }

    @Override
    public void fillCircle(double cx, double cy, double radius, int color) {
        color(color);
        g.fill(circle(cx, cy, radius));
    }

    private static Ellipse2D circle(double cx, double cy, double radius) {
        return new Ellipse2D.Double(cx - radius, cy - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void fillRect(double x, double y, double width, double height, int color) {
        color(color);
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void strokeRound(
            double x, double y, double width, double height, double radius, int color) {
        color(color);
        g.draw(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius));
    }

    @Override
    public void fillRound(
            double x, double y, double width, double height, double radius, int color) {
        color(color);
        g.fill(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius));
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int count, int color) {
        color(color);
        Path2D path = path(xs, ys, count);
        path.closePath();
        g.fill(path);
    }

    private static Path2D path(double[] xs, double[] ys, int count) {
        Path2D path = new Path2D.Double();
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < count; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        return path;
    }

    @Override
    public void text(
            String text, double x, double y, FontSpec font, int color, Align align, Base base) {
        Font awt = BundledFonts.of(font, text);
        double shift =
                switch (align) {
                    case LEFT -> 0;
                    case CENTER -> textWidth(text, font) / 2;
                    case RIGHT -> textWidth(text, font);
                };
        color(color);
        g.setFont(awt);
        g.drawString(text, (float) (x - shift), (float) Surface.baseline(y, font, base));
    }

    @Override
    public double textWidth(String text, FontSpec font) {
        return BundledFonts.of(font, text).getStringBounds(text, EXACT).getWidth();
    }

    @Override
    public void image(
            int[] argb,
            int columns,
            int rows,
            double x,
            double y,
            double width,
            double height,
            boolean smooth) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, columns, rows, argb, 0, columns);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                smooth
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(width / columns, height / rows);
        g.drawImage(image, place, null);
    }

    @Override
    public double pixelScale() {
        return scale;
    }
}
