package org.fedarium.scene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Writes down what is drawn, in the stage's own coordinates. Text is measured by a fixed width per
/// character, Chinese ones being square.
public final class RecordingSurface implements Surface {
    private static final double CHARACTER = 0.6;

    final List<Op> ops = new ArrayList<>();
    /// What was written in which family of type.
    final Map<String, Set<String>> families = new HashMap<>();
    private final Deque<double[]> saved = new ArrayDeque<>();
    private double[] state = {1, 0, 0, 1, 0, 0, 1, 1};
    private double[] dashes = {};
    private final double formulaCharacter;

    public RecordingSurface() {
        this(CHARACTER);
    }

    /// @param formulaCharacter width of a character of a formula, relative to its size
    RecordingSurface(double formulaCharacter) {
        this.formulaCharacter = formulaCharacter;
    }

    /// One drawing call.
    ///
    /// @param values the call's own numbers, not transformed
    /// @param box    left, top, right, bottom on the stage, with half the line width
    /// @param width  line width; 0 for fills
    /// @param text   what was written, or empty
    record Op(String kind, double[] values, double[] box, double width, int color, String text) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s %s %.3f %08x %s",
                    kind,
                    Arrays.toString(values),
                    width,
                    color,
                    text);
        }
    }

    List<Op> of(String kind) {
        return ops.stream().filter(o -> o.kind.equals(kind)).toList();
    }

    List<String> texts() {
        return of("text").stream().map(Op::text).toList();
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        ops.forEach(o -> all.append(o).append('\n'));
        return all.toString();
    }

    private void add(String kind, double width, int color, String text, double[] xy, double... v) {
        double[] box = {1e9, 1e9, -1e9, -1e9};
        for (int i = 0; i < xy.length; i += 2) {
            double x = state[0] * xy[i] + state[2] * xy[i + 1] + state[4];
            double y = state[1] * xy[i] + state[3] * xy[i + 1] + state[5];
            box[0] = Math.min(box[0], x - width / 2);
            box[1] = Math.min(box[1], y - width / 2);
            box[2] = Math.max(box[2], x + width / 2);
            box[3] = Math.max(box[3], y + width / 2);
        }
        int seen = (int) Math.round((color >>> 24) * state[6]);
        ops.add(new Op(kind, v, box, width, (color & 0xFFFFFF) | seen << 24, text));
    }

    private double stroke() {
        return state[7];
    }

    @Override
    public void save() {
        saved.push(state.clone());
    }

    @Override
    public void restore() {
        state = saved.pop();
    }

    @Override
    public void translate(double dx, double dy) {
        state[4] += state[0] * dx + state[2] * dy;
        state[5] += state[1] * dx + state[3] * dy;
    }

    @Override
    public void rotate(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double a = state[0];
        double b = state[1];
        state[0] = a * c + state[2] * s;
        state[1] = b * c + state[3] * s;
        state[2] = state[2] * c - a * s;
        state[3] = state[3] * c - b * s;
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        add("clip", 0, 0, "", corners(x, y, width, height), x, y, width, height);
    }

    @Override
    public void setAlpha(double alpha) {
        state[6] = alpha;
    }

    @Override
    public void setStroke(double width, Cap cap, double... pattern) {
        state[7] = width;
        dashes = pattern;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int color) {
        add("line", stroke(), color, "", new double[] {x1, y1, x2, y2}, x1, y1, x2, y2);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, int color) {
        add("polyline", stroke(), color, "", points(xs, ys, count), points(xs, ys, count));
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
        double[] all = {x1, y1, cx1, cy1, cx2, cy2, x2, y2};
        add(dashes.length > 0 ? "dashed" : "curve", stroke(), color, "", all, all);
    }

    @Override
    public void arc(double cx, double cy, double radius, double start, double sweep, int color) {
        double[] around = corners(cx - radius, cy - radius, 2 * radius, 2 * radius);
        add("arc", stroke(), color, "", around, cx, cy, radius, start, sweep);
    }

    @Override
    public void strokeCircle(double cx, double cy, double radius, int color) {
        double[] around = corners(cx - radius, cy - radius, 2 * radius, 2 * radius);
        add("circle", stroke(), color, "", around, cx, cy, radius);
    }

    @Override
    public void fillCircle(double cx, double cy, double radius, int color) {
        double[] around = corners(cx - radius, cy - radius, 2 * radius, 2 * radius);
        add("disc", 0, color, "", around, cx, cy, radius);
    }

    @Override
    public void fillRect(double x, double y, double width, double height, int color) {
        add("rect", 0, color, "", corners(x, y, width, height), x, y, width, height);
    }

    @Override
    public void strokeRound(
            double x, double y, double width, double height, double radius, int color) {
        String kind = dashes.length > 0 ? "dashedFrame" : "frame";
        add(kind, stroke(), color, "", corners(x, y, width, height), x, y, width, height);
    }

    @Override
    public void fillRound(
            double x, double y, double width, double height, double radius, int color) {
        add("card", 0, color, "", corners(x, y, width, height), x, y, width, height);
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int count, int color) {
        add("polygon", 0, color, "", points(xs, ys, count), points(xs, ys, count));
    }

    @Override
    public void text(
            String text, double x, double y, FontSpec font, int color, Align align, Base base) {
        families.computeIfAbsent(font.family(text), f -> new HashSet<>()).add(text);
        double width = textWidth(text, font);
        double left =
                switch (align) {
                    case LEFT -> x;
                    case CENTER -> x - width / 2;
                    case RIGHT -> x - width;
                };
        double line = Surface.baseline(y, font, base);
        double[] box = corners(left, line - 0.75 * font.size(), width, 0.95 * font.size());
        add("text", 0, color, text, box, x, y, font.size(), font.weight());
    }

    @Override
    public double textWidth(String text, FontSpec font) {
        long wide = text.chars().filter(c -> c >= 0x2E80).count();
        double character = font.role() == FontSpec.Role.MATH ? formulaCharacter : CHARACTER;
        return font.size() * (character * (text.length() - wide) + wide);
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
        add(
                "image",
                0,
                0xFF000000,
                "",
                corners(x, y, width, height),
                columns,
                rows,
                Arrays.hashCode(argb));
    }

    private static double[] corners(double x, double y, double w, double h) {
        return new double[] {x, y, x + w, y, x + w, y + h, x, y + h};
    }

    private static double[] points(double[] xs, double[] ys, int count) {
        double[] all = new double[2 * count];
        for (int i = 0; i < count; i++) {
            all[2 * i] = xs[i];
            all[2 * i + 1] = ys[i];
        }
        return all;
    }
}
