package org.fedarium.scene;

import java.util.ArrayList;
import java.util.List;

/// Finds places for labels beside their points where they cover as little as possible of what is
/// drawn, and not each other.
final class LabelPlaces {
    private static final double STEP = 4;
    private static final double MOST_STEPS = 200;
    private static final int MARK = 4;
    private static final int CLOSE = 8;

    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final List<double[]> drawn = new ArrayList<>();
    private final List<double[]> labels = new ArrayList<>();

    LabelPlaces(double left, double top, double width, double height) {
        this.left = left;
        this.top = top;
        this.right = left + width;
        this.bottom = top + height;
    }

    /// A line that labels should not cover.
    void avoid(double x1, double y1, double x2, double y2) {
        double length = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
        int steps = (int) Math.min(MOST_STEPS, Math.ceil(length / STEP));
        for (int i = 0; i <= steps; i++) {
            double t = steps == 0 ? 0 : (double) i / steps;
            drawn.add(new double[] {x1 + t * (x2 - x1), y1 + t * (y2 - y1)});
        }
    }

    /// A mark that labels should not cover, which weighs more than a piece of a line.
    void avoidMark(double x, double y, double radius) {
        for (int i = 0; i < MARK * MARK; i++) {
            double across = (i % MARK / (MARK - 1.0) - 0.5) * 2 * radius;
            double down = (i / MARK / (MARK - 1.0) - 0.5) * 2 * radius;
            drawn.add(new double[] {x + across, y + down});
        }
    }

    /// Left, top, width and height of the best place for a label of this size beside a point; it
    /// counts as taken from then on.
    double[] beside(double x, double y, double width, double height) {
        double away = 10;
        double[][] candidates = {
            {x + away, y - height},
            {x + away, y},
            {x - away - width, y - height},
            {x - away - width, y},
            {x + away, y - height / 2},
            {x - away - width, y - height / 2},
            {x - width / 2, y - away - height},
            {x - width / 2, y + away},
            {x - width / 2, y - away - 2 * height},
            {x - width / 2, y + away + height},
            {x - width / 2, y - away - 3 * height},
            {x - width / 2, y + away + 2 * height}
        };
        double[] best = {};
        double least = Double.MAX_VALUE;
        for (int i = 0; i < candidates.length; i++) {
            double[] candidate = candidates[i];
            double[] box = {
                Math.max(left + 2, Math.min(right - 2 - width, candidate[0])),
                Math.max(top + 2, Math.min(bottom - 2 - height, candidate[1])),
                width,
                height
            };
            double moved = Math.abs(box[0] - candidate[0]) + Math.abs(box[1] - candidate[1]);
            // The farther from its point, the less it is clear what a label means.
            double far = i < CLOSE ? 0 : 2 * ((i - CLOSE) / 2 + 1);
            double cost = cost(box) + far + moved / 50;
            if (cost < least) {
                least = cost;
                best = box;
            }
        }
        labels.add(best);
        return best;
    }

    private double cost(double[] box) {
        double cost = 0;
        for (double[] point : drawn) {
            boolean inside =
                    point[0] > box[0] - 2
                            && point[0] < box[0] + box[2] + 2
                            && point[1] > box[1] - 2
                            && point[1] < box[1] + box[3] + 2;
            cost += inside ? 1 : 0;
        }
        for (double[] other : labels) {
            boolean apart =
                    other[0] >= box[0] + box[2]
                            || box[0] >= other[0] + other[2]
                            || other[1] >= box[1] + box[3]
                            || box[1] >= other[1] + other[3];
            cost += apart ? 0 : 1000;
        }
        return cost;
    }
}
