package org.fedarium.scene;

import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

import java.util.List;

/// What the colours of the preview stand for: all class names where they fit in a line, else the
/// first and the last with the ramp between.
final class SkewLegend {
    private static final FontSpec FONT = FontSpec.sans(12, 400);
    private static final double SQUARE = 9;

    private SkewLegend() {}

    static void paint(Surface s, SkewView view, double y) {
        int classes = view.counts()[0].length;
        if (classes < 2) {
            return;
        }
        List<String> names = view.classNames();
        if (names.isEmpty()) {
            String low = view.texts().get("stage.skew.low");
            ramp(s, view, y, classes, low, view.texts().get("stage.skew.high"));
            return;
        }
        double[] from = places(s, view);
        if (from.length == 0) {
            ramp(s, view, y, classes, names.getFirst(), names.getLast());
            return;
        }
        for (int c = 0; c < names.size(); c++) {
            int color = view.theme().classColor(c, classes);
            s.fillRound(from[c], y - SQUARE / 2, SQUARE, SQUARE, 3, color);
            double x = from[c] + SQUARE + 4;
            boolean marked = c == view.hoveredClass();
            int ink = view.theme().color(marked ? "ink" : "ink2");
            if (marked) {
                s.fillRect(x, y + 7, s.textWidth(names.get(c), FONT), 1.5, ink);
            }
            s.text(names.get(c), x, y, FONT, ink, Align.LEFT, Base.MIDDLE);
        }
    }

    /// Where each class begins when all names fit in a line, else empty.
    private static double[] places(Surface s, SkewView view) {
        List<String> names = view.classNames();
        double needed = 0;
        for (String name : names) {
            needed += SQUARE + 4 + s.textWidth(name, FONT);
        }
        double space = Math.min(14, (view.width() - needed) / Math.max(1, names.size() - 1));
        double[] from = new double[space < 5 ? 0 : names.size()];
        double x = 0;
        for (int c = 0; c < from.length; c++) {
            from[c] = x;
            x += SQUARE + 4 + s.textWidth(names.get(c), FONT) + space;
        }
        return from;
    }

    /// The class at x, or -1.
    static int classAt(Surface s, SkewView view, double x) {
        List<String> names = view.classNames();
        double[] from = places(s, view);
        if (from.length == 0) {
            Ramp ramp = Ramp.of(s, view, names.getFirst(), names.getLast());
            int at = (int) Math.floor((x - ramp.from) / (ramp.to - ramp.from) * names.size());
            return at >= 0 && at < names.size() ? at : -1;
        }
        for (int c = from.length - 1; c >= 0; c--) {
            if (x >= from[c]) {
                double end = from[c] + SQUARE + 4 + s.textWidth(names.get(c), FONT);
                return x <= end ? c : -1;
            }
        }
        return -1;
    }

    /// The first and the last name, as far as they fit, and the ramp between them.
    private record Ramp(String left, String right, double from, double to) {
        static Ramp of(Surface s, SkewView view, String first, String last) {
            double room = view.width() * 0.36;
            String left = fit(s, first, room);
            String right = fit(s, last, room);
            return new Ramp(
                    left,
                    right,
                    s.textWidth(left, FONT) + 8,
                    view.width() - s.textWidth(right, FONT) - 8);
        }
    }

    private static void ramp(
            Surface s, SkewView view, double y, int classes, String first, String last) {
        Ramp ramp = Ramp.of(s, view, first, last);
        int ink = view.theme().color("ink2");
        s.text(ramp.left, 0, y, FONT, ink, Align.LEFT, Base.MIDDLE);
        s.text(ramp.right, view.width(), y, FONT, ink, Align.RIGHT, Base.MIDDLE);
        double cell = (ramp.to - ramp.from) / classes;
        for (int c = 0; c < classes; c++) {
            int color = view.theme().classColor(c, classes);
            double wide = cell > 4 ? cell - 1 : cell;
            s.fillRect(ramp.from + c * cell, y - 4, wide, 8, color);
            if (c == view.hoveredClass()) {
                int strong = view.theme().color("ink");
                s.fillRect(ramp.from + c * cell, y + 5.5, Math.max(2, wide), 2, strong);
            }
        }
    }

    private static String fit(Surface s, String text, double room) {
        String shown = text;
        for (int end = text.length() - 1; end > 1 && s.textWidth(shown, FONT) > room; end--) {
            shown = text.substring(0, end).strip() + "…";
        }
        return shown;
    }
}
