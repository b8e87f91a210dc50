package org.fedarium.scene;

import org.fedarium.look.Theme;

/// Text on a coloured ground: which of the theme's two extremes can be read on it.
final class Legible {
    private Legible() {}

    /// `ink` or `surface`, whichever has the higher contrast with a fill.
    static int on(Theme theme, int fill) {
        int ink = theme.color("ink");
        int surface = theme.color("surface");
        return contrast(ink, fill) >= contrast(surface, fill) ? ink : surface;
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
