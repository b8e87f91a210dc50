package org.fedarium.scene;

import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

/// A sentence in which `*...*` stands out.
final class RichText {
    private RichText() {}

    static double width(Surface s, String text, double size) {
        double width = 0;
        String[] parts = text.split("\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            width += s.textWidth(parts[i], font(text, i, size));
        }
        return width;
    }

    /// Draws from x on; returns the x behind the text.
    static double paint(
            Surface s, String text, double x, double y, double size, int color, int strong) {
        double at = x;
        String[] parts = text.split("\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                FontSpec font = font(text, i, size);
                s.text(parts[i], at, y, font, i % 2 == 1 ? strong : color, Align.LEFT, Base.MIDDLE);
                at += s.textWidth(parts[i], font);
            }
        }
        return at;
    }

    private static FontSpec font(String text, int part, double size) {
        return FontSpec.sans(size, part % 2 == 1 ? 600 : 400);
    }

    static String plain(String text) {
        return text.replace("*", "");
    }
}
