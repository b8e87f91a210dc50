package org.fedarium.scene;

import org.fedarium.data.Dataset.ImageShape;
import org.fedarium.look.Numbers;
import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.WeightsView.Part;

import java.util.List;

/// The weights of a model's first layer in colour: a table of outputs and inputs, or one picture
/// per output when the inputs are pixels. Blue is negative, brown positive, neutral zero; a box
/// beside or below holds the bias.
public final class WeightsPainter {
    private static final double GAP = 6;
    private static final double LEGEND = 96;
    private static final double MOST_NAMED = 96;
    private static final double SMALLEST_TILE = 18;

    private WeightsPainter() {}

    /// Draws without a background.
    public static void paint(Surface s, PictureLook look, WeightsView view) {
        List<Part> parts = view.parts(look);
        double height = look.height() / parts.size();
        ImageShape image = view.image();
        for (int i = 0; i < parts.size(); i++) {
            double top = i * height;
            Part part = parts.get(i);
            caption(s, look, part, top);
            double from = top + look.line() + 2;
            double room = height - look.line() - 2 - GAP;
            if (image != null) {
                tiles(s, look, view, part, image, from, room);
            } else {
                table(s, look, view, part, from, room);
            }
        }
    }

    /// The client whose weights, or whose difference from the global model, are shown at a point;
    /// -1 elsewhere.
    public static int clientAt(PictureLook look, WeightsView view, double x, double y) {
        int parts = view.parts(look).size();
        boolean inside = x >= 0 && x <= look.width() && y >= 0 && y < look.height();
        return inside && (int) (y * parts / look.height()) > 0 ? view.shown().client() : -1;
    }

    private static void caption(Surface s, PictureLook look, Part part, double top) {
        double y = top + look.line() / 2;
        double legend = LEGEND * look.scale();
        String title = look.fitted(s, part.title(), look.strong(), look.width() - legend - 2 * GAP);
        s.text(title, 0, y, look.strong(), look.color("ink"), Align.LEFT, Base.MIDDLE);
        String reach = Numbers.shortText(part.reach());
        double right = look.width() - 2;
        double high = s.textWidth(reach, look.small());
        double bar = 40 * look.scale();
        s.text(reach, right, y, look.small(), look.color("ink3"), Align.RIGHT, Base.MIDDLE);
        double x = right - high - 4 - bar;
        int[] ramp = new int[41];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = look.theme().diverging((i - 20) / 20.0);
        }
        s.image(ramp, ramp.length, 1, x, y - 5, bar, 10, false);
        s.setStroke(1, Surface.Cap.BUTT);
        s.strokeRound(x - 0.5, y - 5.5, bar + 1, 11, 0, look.color("line2"));
        s.text(
                "\u2212" + reach,
                x - 4,
                y,
                look.small(),
                look.color("ink3"),
                Align.RIGHT,
                Base.MIDDLE);
    }

    private static int color(Theme theme, double value, double reach) {
        return theme.diverging(reach > 0 ? value / reach : 0);
    }

    // ---- inputs are pixels ----

    private static void tiles(
            Surface s,
            PictureLook look,
            WeightsView view,
            Part part,
            ImageShape image,
            double top,
            double room) {
        int rows = view.weights().rows();
        double under = look.line() - 2;
        int columns = 1;
        double tile = 0;
        for (int c = 1; c <= rows; c++) {
            int lines = (rows + c - 1) / c;
            double t =
                    Math.min(
                            (look.width() - (c - 1) * GAP) / c,
                            (room - lines * (under + 2)) / lines);
            if (t > tile) {
                tile = t;
                columns = c;
            }
        }
        int shown = rows;
        if (tile < SMALLEST_TILE) {
            tile = SMALLEST_TILE;
            columns = (int) Math.max(1, (look.width() + GAP) / (tile + GAP));
            shown = Math.min(rows, columns * (int) Math.max(1, room / (tile + under + 2)));
        }
        // Whole pixels per weight look sharper, where there is room for it.
        int sharp = (int) (tile / Math.max(image.rows(), image.columns()));
        double side = sharp >= 2 ? sharp * Math.max(image.rows(), image.columns()) : tile;
        double pitch =
                columns == 1 ? 0 : Math.min(side + 24, (look.width() - side) / (columns - 1));
        for (int r = 0; r < shown; r++) {
            double x = r % columns * pitch;
            double y = top + r / columns * (side + under + 2);
            s.image(
                    pixels(look.theme(), view, part, r),
                    image.columns(),
                    image.rows(),
                    x,
                    y,
                    side * image.columns() / Math.max(image.rows(), image.columns()),
                    side * image.rows() / Math.max(image.rows(), image.columns()),
                    false);
            s.setStroke(1, Surface.Cap.BUTT);
            s.strokeRound(x - 0.5, y - 0.5, side + 1, side + 1, 0, look.color("line"));
            double middle = y + side + under / 2 + 1;
            box(s, look, part, view.bias(part.values(), r), x, middle - 4, 8, 8);
            String name = look.fitted(s, view.row(r), look.small(), side - 12);
            s.text(name, x + 12, middle, look.small(), look.color("ink3"), Align.LEFT, Base.MIDDLE);
        }
    }

    private static int[] pixels(Theme theme, WeightsView view, Part part, int row) {
        int[] argb = new int[view.weights().columns()];
        for (int c = 0; c < argb.length; c++) {
            argb[c] = color(theme, part.values()[view.weights().index(row, c)], part.reach());
        }
        return argb;
    }

    private static void box(
            Surface s,
            PictureLook look,
            Part part,
            double value,
            double x,
            double y,
            double width,
            double height) {
        s.fillRect(x, y, width, height, color(look.theme(), value, part.reach()));
        s.setStroke(1, Surface.Cap.BUTT);
        s.strokeRound(x - 0.5, y - 0.5, width + 1, height + 1, 0, look.color("line2"));
    }

    // ---- any other inputs ----

    private static void table(
            Surface s, PictureLook look, WeightsView view, Part part, double top, double room) {
        int rows = view.weights().rows();
        int columns = view.weights().columns();
        double label = 0;
        boolean named = room / rows >= 11;
        for (int r = 0; r < rows && named; r++) {
            label = Math.max(label, s.textWidth(view.row(r), look.small()));
        }
        label = named ? Math.min(label, MOST_NAMED * look.scale()) + GAP : 0;
        double biasWidth = view.bias() == null ? 0 : Math.min(24, look.width() / (columns + 2));
        double names = columns <= 24 && room >= 60 ? look.line() : 0;
        double width = look.width() - label - (biasWidth > 0 ? biasWidth + GAP : 0) - 1;
        double height = Math.min(room - names, rows * 40 * look.scale());
        double cell = height / rows;
        int[] argb = new int[rows * columns];
        for (int r = 0; r < rows; r++) {
            int[] line = pixels(look.theme(), view, part, r);
            System.arraycopy(line, 0, argb, r * columns, columns);
            double middle = top + (r + 0.5) * cell;
            if (named) {
                String name = look.fitted(s, view.row(r), look.small(), label - GAP);
                s.text(
                        name,
                        label - GAP,
                        middle,
                        look.small(),
                        look.color("ink2"),
                        Align.RIGHT,
                        Base.MIDDLE);
            }
            if (biasWidth > 0) {
                double bias = view.bias(part.values(), r);
                double x = label + width + GAP;
                s.fillRect(
                        x,
                        top + r * cell,
                        biasWidth,
                        cell,
                        color(look.theme(), bias, part.reach()));
            }
        }
        s.image(argb, columns, rows, label, top, width, height, false);
        s.setStroke(1, Surface.Cap.BUTT);
        s.strokeRound(label - 0.5, top - 0.5, width + 1, height + 1, 0, look.color("line2"));
        if (biasWidth > 0) {
            double x = label + width + GAP;
            s.strokeRound(x - 0.5, top - 0.5, biasWidth + 1, height + 1, 0, look.color("line2"));
        }
        if (names > 0) {
            inputNames(s, look, view, label, top + height + names / 2 + 2, width / columns);
        }
    }

    private static void inputNames(
            Surface s, PictureLook look, WeightsView view, double left, double y, double cell) {
        for (int c = 0; c < view.weights().columns(); c++) {
            // Too narrow for a name: its number, which the table of data explains.
            String name = cell >= 44 ? view.column(c) : String.valueOf(c + 1);
            if (cell >= 16) {
                s.text(
                        look.fitted(s, name, look.small(), cell - 2),
                        left + (c + 0.5) * cell,
                        y,
                        look.small(),
                        look.color("ink3"),
                        Align.CENTER,
                        Base.MIDDLE);
            }
        }
    }
}
