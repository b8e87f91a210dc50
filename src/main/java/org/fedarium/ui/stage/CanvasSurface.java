package org.fedarium.ui.stage;

import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Transform;

import org.fedarium.scene.FontSpec;
import org.fedarium.scene.Surface;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A [Surface] on a Canvas. One lives as long as its canvas; call [#begin(int)] before each
/// repaint. Fonts, colours, text widths and layers are remembered between repaints, because making
/// them costs more than drawing. Belongs to the FX thread.
public final class CanvasSurface implements Surface {
    private static final int DIRECT_DRAWS = 3;
    private static final int MOST_REMEMBERED = 5000;

    private final Canvas canvas;
    /// Device pixels per unit of a hidden canvas; 0 asks the window.
    private final double fixedScale;
    private final SharpCanvas sharp;
    private GraphicsContext g;
    private final Map<Integer, Color> colors;
    private final Map<FontKey, Font> fonts;
    private final Map<TextKey, Double> widths;
    private final Map<String, Layer> layers = new HashMap<>();
    private final Map<String, Integer> firstDraws = new HashMap<>();
    private final Map<String, Pixels> pictures = new HashMap<>();
    private final List<WritableImage> images = new ArrayList<>();
    private final Text measure = new Text();
    private int usedImages;
    private @Nullable FontKey currentFont;

    private record FontKey(FontSpec spec, String family, boolean bold) {}

    private record TextKey(FontSpec spec, String text) {}

    private record Pixels(int[] source, long version, WritableImage image) {}

    private record Layer(Object key, double scale, WritableImage image) {}

    public CanvasSurface(Canvas canvas) {
        this(canvas, 0, new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private CanvasSurface(
            Canvas canvas,
            double fixedScale,
            Map<Integer, Color> colors,
            Map<FontKey, Font> fonts,
            Map<TextKey, Double> widths) {
        this.canvas = canvas;
        this.fixedScale = fixedScale;
        this.sharp = new SharpCanvas(canvas);
        this.g = canvas.getGraphicsContext2D();
        this.colors = colors;
        this.fonts = fonts;
        this.widths = widths;
        prepare();
    }

    private void prepare() {
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setTextBaseline(VPos.BASELINE);
        g.setFontSmoothingType(javafx.scene.text.FontSmoothingType.GRAY);
        currentFont = null;
    }

    /// Clears the canvas with one colour and forgets what the last repaint used.
    public void begin(int background) {
        GraphicsContext wanted = sharp.cleared();
        if (wanted != g) {
            g = wanted;
            prepare();
        }
        if (background >>> 24 != 0) {
            fillRect(0, 0, canvas.getWidth(), canvas.getHeight(), background);
        }
        g.setGlobalAlpha(1);
        usedImages = 0;
    }

    @Override
    public void save() {
        g.save();
    }

    @Override
    public void restore() {
        g.restore();
        currentFont = null;
    }

    @Override
    public void translate(double dx, double dy) {
        g.translate(dx, dy);
    }

    @Override
    public void rotate(double angle) {
        g.rotate(Math.toDegrees(angle));
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        // To whole points, outwards: everything drawn inside any other rectangle is drawn through
        // a mask of the canvas's size, several times as slowly.
        double dx = g.getTransform().getTx();
        double dy = g.getTransform().getTy();
        double left = Math.floor(x + dx) - dx;
        double top = Math.floor(y + dy) - dy;
        g.beginPath();
        g.rect(
                left,
                top,
                Math.ceil(x + width + dx) - dx - left,
                Math.ceil(y + height + dy) - dy - top);
        g.clip();
    }

    @Override
    public void setAlpha(double alpha) {
        g.setGlobalAlpha(alpha);
    }

    @Override
    public void setStroke(double width, Cap cap, double... dashes) {
        g.setLineWidth(width);
        g.setLineCap(cap == Cap.ROUND ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        g.setLineDashes(dashes.length == 0 ? null : dashes);
    }

    private Color paint(int color) {
        Color known = colors.get(color);
        if (known != null) {
            return known;
        }
        if (colors.size() > MOST_REMEMBERED) {
            colors.clear();
        }
        double opacity = (color >>> 24) / 255.0;
        Color made = Color.rgb((color >> 16) & 0xFF, (color >> 8) & 0xFF, color & 0xFF, opacity);
        colors.put(color, made);
        return made;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int color) {
        g.setStroke(paint(color));
        g.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, int color) {
        g.setStroke(paint(color));
        g.strokePolyline(xs, ys, count);
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
        g.setStroke(paint(color));
        g.beginPath();
        g.moveTo(x1, y1);
        g.bezierCurveTo(cx1, cy1, cx2, cy2, x2, y2);
        g.stroke();
    }

    @Override
    public void arc(double cx, double cy, double radius, double start, double sweep, int color) {
        g.setStroke(paint(color));
        g.strokeArc(
                cx - radius,
                cy - radius,
                2 * radius,
                2 * radius,
                90 - Math.toDegrees(start),
                -Math.toDegrees(sweep),
                ArcType.OPEN);
    }

    @Override
    public void strokeCircle(double cx, double cy, double radius, int color) {
        g.setStroke(paint(color));
        g.strokeOval(cx - radius, cy - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void fillCircle(double cx, double cy, double radius, int color) {
        g.setFill(paint(color));
        g.fillOval(cx - radius, cy - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void fillRect(double x, double y, double width, double height, int color) {
        g.setFill(paint(color));
        g.fillRect(x, y, width, height);
    }

    @Override
    public void strokeRound(
            double x, double y, double width, double height, double radius, int color) {
        g.setStroke(paint(color));
        g.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void fillRound(
            double x, double y, double width, double height, double radius, int color) {
        g.setFill(paint(color));
        g.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int count, int color) {
        g.setFill(paint(color));
        g.fillPolygon(xs, ys, count);
    }

    @Override
    public void text(
            String text, double x, double y, FontSpec font, int color, Align align, Base base) {
        FontKey key = new FontKey(font, font.family(text), font.bold(text));
        if (!key.equals(currentFont)) {
            g.setFont(fonts.computeIfAbsent(key, k -> CanvasFonts.of(font, text)));
            currentFont = key;
        }
        g.setFill(paint(color));
        g.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        g.fillText(text, x, Surface.baseline(y, font, base));
    }

    @Override
    public double textWidth(String text, FontSpec font) {
        TextKey key = new TextKey(font, text);
        Double known = widths.get(key);
        if (known != null) {
            return known;
        }
        if (widths.size() > MOST_REMEMBERED) {
            widths.clear();
        }
        FontKey fontKey = new FontKey(font, font.family(text), font.bold(text));
        measure.setFont(fonts.computeIfAbsent(fontKey, k -> CanvasFonts.of(font, text)));
        measure.setText(text);
        double width = measure.getLayoutBounds().getWidth();
        widths.put(key, width);
        return width;
    }

    /// Images are pooled by order of use: one that was drawn must not change before it is shown.
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
        if (usedImages == images.size()) {
            images.add(new WritableImage(columns, rows));
        }
        WritableImage image = images.get(usedImages);
        if (!fits(image, columns, rows)) {
            image = new WritableImage(columns, rows);
            images.set(usedImages, image);
        }
        usedImages++;
        write(image, argb);
        g.setImageSmoothing(smooth);
        g.drawImage(image, x, y, width, height);
    }

    @Override
    public void pixels(
            String name,
            long version,
            int[] argb,
            int columns,
            int rows,
            double width,
            double height,
            boolean smooth) {
        Pixels known = pictures.get(name);
        if (known == null || known.source != argb || known.version != version) {
            WritableImage image =
                    known != null && fits(known.image, columns, rows)
                            ? known.image
                            : new WritableImage(columns, rows);
            write(image, argb);
            known = new Pixels(argb, version, image);
            pictures.put(name, known);
        }
        g.setImageSmoothing(smooth);
        g.drawImage(known.image, 0, 0, width, height);
    }

    private static boolean fits(WritableImage image, int columns, int rows) {
        return (int) image.getWidth() == columns && (int) image.getHeight() == rows;
    }

    private static void write(WritableImage image, int[] argb) {
        int columns = (int) image.getWidth();
        int rows = (int) image.getHeight();
        image.getPixelWriter()
                .setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
    }

    @Override
    public double pixelScale() {
        if (fixedScale > 0) {
            return fixedScale;
        }
        double window =
                canvas.getScene() == null || canvas.getScene().getWindow() == null
                        ? 1
                        : canvas.getScene().getWindow().getRenderScaleX();
        return window * sharp.zoom();
    }

    @Override
    public void layer(
            String name, Object key, double width, double height, Consumer<Surface> content) {
        double scale = pixelScale();
        int columns = (int) Math.ceil(width * scale);
        int rows = (int) Math.ceil(height * scale);
        if (columns < 1 || rows < 1) {
            return;
        }
        if (firstDraws.merge(name, 1, Integer::sum) <= DIRECT_DRAWS) {
            // A picture waits for the pipeline, which has enough to do with the first frame.
            content.accept(this);
            return;
        }
        Layer layer = layers.get(name);
        if (layer == null || layer.scale != scale || !layer.key.equals(key)) {
            layer = new Layer(key, scale, picture(width, height, scale, columns, rows, content));
            layers.put(name, layer);
        }
        g.setImageSmoothing(false);
        g.drawImage(layer.image, 0, 0, columns / scale, rows / scale);
    }

    private WritableImage picture(
            double width,
            double height,
            double scale,
            int columns,
            int rows,
            Consumer<Surface> content) {
        Canvas hidden = new Canvas(width, height);
        content.accept(new CanvasSurface(hidden, scale, colors, fonts, widths));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale, scale));
        return hidden.snapshot(parameters, new WritableImage(columns, rows));
    }
}
