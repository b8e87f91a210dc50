package org.fedarium.scene;

/// Checks that captions beside clients touch no other client, caption or edge.
final class CaptionRoom {
    // Half the width of a number.
    private static final double NUMBER = 14;

    private CaptionRoom() {}

    static boolean suffices(StageLayout layout) {
        int n = layout.x().length;
        double[][] boxes = new double[n][];
        for (int i = 0; i < n; i++) {
            boxes[i] = box(layout, i);
            double[] b = boxes[i];
            double foot = layout.height() - layout.footHeight();
            if (b[0] < 0 || b[1] < 0 || b[2] > layout.width() || b[3] > foot) {
                return false;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean hitsNode = i != j && touches(layout, boxes[i], j);
                if (hitsNode || (j < i && overlap(boxes[i], boxes[j]))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// From a client's edge to a caption above or below it. Numbers stay where they are, so that
    /// outlines and attackers' marks must have room below them.
    static double away(StageSize size, double radius) {
        return size.detail() == StageLayout.Detail.FULL ? 4 : Math.max(4, 0.26 * radius);
    }

    /// Width of the captions' rectangle.
    static double width(StageLayout layout) {
        double type = layout.size().captionScale();
        return StageLayout.CAPTION_WIDTH * type;
    }

    /// The captions' rectangle: left, top, right, bottom.
    static double[] box(StageLayout layout, int client) {
        double type = layout.size().captionScale();
        double lineHeight = 16 * type;
        double x = layout.x()[client];
        double y = layout.y()[client];
        if (layout.captionsOutward()) {
            double angle = layout.angle(client);
            double halfWidth = NUMBER * type;
            double halfHeight = lineHeight / 2;
            // Outlines grow with the client, and a badge sits on its upper right.
            double badge = Math.pow(Math.max(0, Math.cos(angle - Math.PI / 4)), 8);
            double beyond = Math.max(4, (0.12 + 0.22 * badge) * layout.nodeRadius());
            double distance =
                    layout.nodeRadius()
                            + beyond
                            + Math.abs(Math.sin(angle)) * halfWidth
                            + Math.abs(Math.cos(angle)) * halfHeight;
            double mx = x + Math.sin(angle) * distance;
            double my = y - Math.cos(angle) * distance;
            return new double[] {mx - halfWidth, my - halfHeight, mx + halfWidth, my + halfHeight};
        }
        double reach = layout.nodeRadius() + away(layout.size(), layout.nodeRadius());
        double halfWidth =
                layout.numbersOnly() ? NUMBER * type : StageLayout.CAPTION_WIDTH / 2 * type;
        double tall = layout.captionLines() * lineHeight;
        return layout.captionAbove(client)
                ? new double[] {x - halfWidth, y - reach - tall, x + halfWidth, y - reach}
                : new double[] {x - halfWidth, y + reach, x + halfWidth, y + reach + tall};
    }

    private static boolean touches(StageLayout layout, double[] box, int other) {
        double x = layout.x()[other];
        double y = layout.y()[other];
        double dx = x - Math.max(box[0], Math.min(x, box[2]));
        double dy = y - Math.max(box[1], Math.min(y, box[3]));
        // Corners of a caption's rectangle are mostly empty.
        return Math.hypot(dx, dy) < layout.nodeRadius() - 2;
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }
}
