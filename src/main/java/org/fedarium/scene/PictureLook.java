package org.fedarium.scene;

import org.fedarium.look.Texts;
import org.fedarium.look.Theme;

/// How and how large a picture beside the stage is drawn.
///
/// @param scale 1, or more for larger letters and lines
public record PictureLook(Theme theme, Texts texts, double width, double height, double scale) {
    static final double LINE = 18;
    private static final char FIRST_IDEOGRAPH = '\u2e80';

    int color(String token) {
        return theme.color(token);
    }

    FontSpec small() {
        return FontSpec.sans(12 * scale, 400);
    }

    FontSpec strong() {
        return FontSpec.sans(12 * scale, 600);
    }

    double line() {
        return LINE * scale;
    }

    /// About how wide a small text is, the same wherever it is drawn: rather too much.
    double estimate(String text) {
        double wide = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean large = "mwMW%@".indexOf(letter) >= 0;
            wide += letter >= FIRST_IDEOGRAPH ? 1 : large ? 0.95 : letter <= 'Z' ? 0.7 : 0.62;
        }
        return wide * small().size();
    }

    /// The text, cut with an ellipsis where it is too long.
    String fitted(Surface s, String text, FontSpec font, double room) {
        if (s.textWidth(text, font) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 1 && s.textWidth(text.substring(0, length) + "\u2026", font) > room) {
            length--;
        }
        return text.substring(0, length) + "\u2026";
    }

    /// One sentence where a picture would be.
    void sentence(Surface s, String text) {
        s.text(
                fitted(s, text, small(), width - 16),
                width / 2,
                height / 2,
                small(),
                color("ink3"),
                Surface.Align.CENTER,
                Surface.Base.MIDDLE);
    }
}
