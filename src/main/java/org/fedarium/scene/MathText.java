package org.fedarium.scene;

import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

import java.util.ArrayList;
import java.util.List;

/// A line of mathematics: letters in italic serif, `_x` and `_{...}` lowered, `^x` and `^{...}`
/// raised, both smaller. Chinese words stand between them in the type of texts, since the font of
/// formulas has none.
record MathText(List<Part> parts) {
    private static final double SMALL = 0.64;
    private static final double SMALLEST = 12;
    private static final char FIRST_CHINESE = '\u2E80';
    // As high as the letters of the formula look.
    private static final double CHINESE = 0.86;

    /// @param level -1 lowered, 0 on the line, 1 raised
    record Part(String text, int level) {
        boolean isChinese() {
            return !text.isEmpty() && text.charAt(0) >= FIRST_CHINESE;
        }
    }

    static MathText of(String markup) {
        List<Part> parts = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int i = 0;
        while (i < markup.length()) {
            char c = markup.charAt(i);
            if ((c == '_' || c == '^') && i + 1 < markup.length()) {
                add(parts, line.toString(), 0);
                line.setLength(0);
                boolean group = markup.charAt(i + 1) == '{';
                int end = group ? markup.indexOf('}', i) : i + 2;
                end = end < 0 ? markup.length() : end;
                String text = markup.substring(group ? i + 2 : i + 1, end);
                add(parts, text, c == '_' ? -1 : 1);
                i = group ? end + 1 : end;
            } else {
                line.append(c);
                i++;
            }
        }
        add(parts, line.toString(), 0);
        return new MathText(List.copyOf(parts));
    }

    /// Adds a text, cut where Chinese begins or ends.
    private static void add(List<Part> parts, String text, int level) {
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length()
                    || (text.charAt(i) >= FIRST_CHINESE) != (text.charAt(i - 1) >= FIRST_CHINESE)) {
                parts.add(new Part(text.substring(from, i), level));
                from = i;
            }
        }
    }

    private static FontSpec font(Part part, double size) {
        double used = part.level == 0 ? size : small(size);
        return part.isChinese()
                ? FontSpec.sans(Math.max(SMALLEST, CHINESE * used), 400)
                : FontSpec.math(used);
    }

    private static double small(double size) {
        return Math.max(SMALLEST, SMALL * size);
    }

    double width(Surface s, double size) {
        double width = 0;
        for (Part part : parts) {
            width += advance(s, part, size);
        }
        return width;
    }

    private static double advance(Surface s, Part part, double size) {
        return s.textWidth(part.text, font(part, size)) + (part.level == 0 ? 0 : 0.04 * size);
    }

    /// Draws from x on the baseline y; returns the x behind the text.
    double paint(Surface s, double x, double y, double size, int color) {
        double at = x;
        for (Part part : parts) {
            double shift = part.level == 0 ? 0 : part.level < 0 ? 0.2 * size : -0.36 * size;
            s.text(part.text, at, y + shift, font(part, size), color, Align.LEFT, Base.BASELINE);
            at += advance(s, part, size);
        }
        return at;
    }
}
