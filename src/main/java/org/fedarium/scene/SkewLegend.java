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
        double needed = 0;
        for (String name : names) {
            needed += SQUARE + 4 + s.textWidth(name, FONT);
        }
        double space = Math.min(14, (view.width() - needed) / Math.max(1, names.size() - 1));
        if (space < 5) {
            ramp(s, view, y, classes, names.getFirst(), names.getLast());
            return;
        }
        double x = 0;
        for (int c = 0; c < names.size(); c++) {
            int color = view.theme().classColor(c, classes);
            s.fillRound(x, y - SQUARE / 2, SQUARE, SQUARE, 3, color);
            x += SQUARE + 4;
            s.text(names.get(c), x, y, FONT, view.theme().color("ink2"), Align.LEFT, Base.MIDDLE);
            x += s.textWidth(names.get(c), FONT) + space;
        }
    }

    private static void ramp(
            Surface s, SkewView view, double y, int classes, String first, String last) {
        double room = view.width() * 0.36;
        String left = fit(s, first, room);
        String right = fit(s, last, room);
        int ink = view.theme().color("ink2");
        s.text(left, 0, y, FONT, ink, Align.LEFT, Base.MIDDLE);
        s.text(right, view.width(), y, FONT, ink, Align.RIGHT, Base.MIDDLE);
        double from = s.textWidth(left, FONT) + 8;
        double to = view.width() - s.textWidth(right, FONT) - 8;
        double cell = (to - from) / classes;
        for (int c = 0; c < classes; c++) {
            int color = view.theme().classColor(c, classes);
            double wide = cell > 4 ? cell - 1 : cell;
            s.fillRect(from + c * cell, y - 4, wide, 8, color);
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
