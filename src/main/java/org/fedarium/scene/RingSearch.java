package org.fedarium.scene;

import org.fedarium.scene.StageLayout.Detail;
import org.jspecify.annotations.Nullable;

/// Searches the largest clients that fit, with as many captions as there is room for.
abstract class RingSearch {
    final StageSize size;
    final double scale;
    // Clients of a graph: one line of them, so that no edge runs through a third.
    private final boolean single;

    RingSearch(StageSize size, boolean single) {
        this.size = size;
        this.scale = size.scale();
        this.single = single && size.detail() != Detail.FIELD;
    }

    final StageLayout layout() {
        Detail detail = size.detail();
        double largest = size.largestRadius();
        StageLayout found = null;
        if (detail == Detail.FULL) {
            found = search(largest, 34 * scale, 2);
            found = found == null ? search(largest, 29 * scale, 1) : found;
        } else if (detail == Detail.COMPACT) {
            found = search(largest, 19, 1);
        }
        found = found == null ? search(largest, 1, 0) : found;
        // A stage too small for anything is drawn anyway, without promises.
        return found == null ? desperate() : found;
    }

    private @Nullable StageLayout search(double from, double to, int lines) {
        double step = size.detail() == Detail.FIELD ? 0.25 : 0.5;
        for (double radius = from; radius >= to; radius -= step) {
            StageLayout layout = attempt(radius, lines, lines > 0 || single);
            if (layout != null && (lines == 0 || CaptionRoom.suffices(layout))) {
                return layout;
            }
        }
        return null;
    }

    /// The layout with clients of a radius, or null when they do not fit.
    ///
    /// @param one on a single line around the server
    abstract @Nullable StageLayout attempt(double radius, int lines, boolean one);

    abstract StageLayout desperate();

    /// Between the edges of two clients.
    final double gap(double radius, int lines) {
        return switch (size.detail()) {
            case FULL -> lines > 0 ? 26 * scale : 20 * scale;
            case COMPACT -> Math.max(5, 0.42 * radius);
            case FIELD -> Math.max(1.2, 0.28 * radius);
        };
    }

    /// What a client and its captions need between its centre and the stage's left or right edge.
    final double side(double radius, int lines) {
        double side = size.detail() == Detail.FIELD ? radius + 8 : radius + 14 * scale;
        if (size.detail() == Detail.FULL && lines > 0) {
            return Math.max(side, StageLayout.CAPTION_WIDTH / 2 * size.captionScale() + 4);
        }
        return lines > 0 ? side + 30 : side;
    }

    /// What a client and its captions need between its centre and the stage's upper edge.
    final double above(double radius, int lines) {
        return radius + size.margin() + lines * size.lineHeight();
    }

    /// Half way between the smallest and the largest of the values and `other`.
    static double middle(double[] values, double other) {
        double low = other;
        double high = other;
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return (low + high) / 2;
    }
}
