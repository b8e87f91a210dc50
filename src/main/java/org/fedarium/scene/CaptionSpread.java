package org.fedarium.scene;

/// Moves captions sideways until none touches its neighbour or another client: their words are
/// sometimes wider than the room that the layout kept for them.
final class CaptionSpread {
    private static final double AIR = 8;
    private static final double CLIENT_AIR = 4;
    private static final double EDGE = 2;
    private static final int MOST_PASSES = 12;

    private CaptionSpread() {}

    /// How far to the right each rectangle moves, in pixels.
    ///
    /// @param boxes left, top, right, bottom of each
    /// @param discs x, y and radius of each one's client, outlines included
    /// @param width of the stage, which none leaves
    static double[] shifts(double[][] boxes, double[][] discs, double width) {
        double[] shift = new double[boxes.length];
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            boolean moved = false;
            for (int i = 0; i < boxes.length; i++) {
                for (int j = 0; j < i; j++) {
                    moved |= apart(boxes, shift, j, i);
                }
                for (int j = 0; j < discs.length; j++) {
                    moved |= j != i && off(boxes[i], shift, i, discs[j]);
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

    /// Moves a caption off a client, which stays.
    private static boolean off(double[] box, double[] shift, int i, double[] disc) {
        double away = Math.max(0, Math.max(box[1] - disc[1], disc[1] - box[3]));
        if (away >= disc[2]) {
            return false;
        }
        double half = Math.sqrt(disc[2] * disc[2] - away * away) + CLIENT_AIR;
        boolean left = box[0] + box[2] < 2 * disc[0];
        double over =
                left ? box[2] + shift[i] - (disc[0] - half) : disc[0] + half - (box[0] + shift[i]);
        if (over <= 0.01) {
            return false;
        }
        shift[i] += left ? -over : over;
        return true;
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
