package org.fedarium.scene;

/// Moves captions sideways until none touches its neighbour: their words are sometimes wider than
/// the room that the layout kept for them.
final class CaptionSpread {
    private static final double AIR = 8;
    private static final double EDGE = 2;
    private static final int MOST_PASSES = 12;

    private CaptionSpread() {}

    /// How far to the right each rectangle moves, in pixels.
    ///
    /// @param boxes left, top, right, bottom of each
    /// @param width of the stage, which none leaves
    static double[] shifts(double[][] boxes, double width) {
        double[] shift = new double[boxes.length];
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            boolean moved = false;
            for (int i = 0; i < boxes.length; i++) {
                for (int j = 0; j < i; j++) {
                    moved |= apart(boxes, shift, j, i);
                }
            }
            for (int i = 0; i < boxes.length; i++) {
                double[] b = boxes[i];
                shift[i] = Math.max(EDGE - b[0], Math.min(shift[i], width - EDGE - b[2]));
            }
            if (!moved) {
                break;
            }
        }
        return shift;
    }

    private static boolean apart(double[][] boxes, double[] shift, int i, int j) {
        double[] a = boxes[i];
        double[] b = boxes[j];
        if (a[3] <= b[1] || b[3] <= a[1]) {
            return false;
        }
        boolean first = a[0] + a[2] <= b[0] + b[2];
        int left = first ? i : j;
        int right = first ? j : i;
        double over = boxes[left][2] + shift[left] + AIR - boxes[right][0] - shift[right];
        if (over <= 0.01) {
            return false;
        }
        shift[left] -= over / 2;
        shift[right] += over / 2;
        return true;
    }
}
