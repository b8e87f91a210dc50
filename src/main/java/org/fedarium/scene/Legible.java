package org.fedarium.scene;

import org.fedarium.look.Theme;

/// Text on a coloured ground: a colour that can be read on it.
final class Legible {
    /// What text needs against its ground.
    static final double TEXT = 4.5;

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private Legible() {}

    /// `ink` or `surface`, whichever has the higher contrast with a fill; on mid shades, where
    /// neither reaches 4.5, black or white.
    static int on(Theme theme, int fill) {
        int own = better(theme.color("ink"), theme.color("surface"), fill);
        // One of black and white reaches the root of 21, 4.58, on any colour.
        return contrast(own, fill) >= TEXT ? own : better(BLACK, WHITE, fill);
    }

    private static int better(int one, int other, int fill) {
        return contrast(one, fill) >= contrast(other, fill) ? one : other;
    }

    /// Ratio of luminances as the Web Content Accessibility Guidelines 2.2 define it, 1 to 21.
    static double contrast(int a, int b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(int color) {
        return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
