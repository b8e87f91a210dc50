package org.fedarium.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Places texts at the ends of lines: beside the end where there is room, else above or below it
/// where the fewest lines run, and never closer than one text height to each other.
final class LabelLayout {
    /// Vertical distance between two labels at normal size.
    static final double APART = 16;

    private static final int PROBES = 8;

    private LabelLayout() {}

    /// A text that wants to stand at a line's end.
    ///
    /// @param x     pixel of the line's end
    /// @param width of the text
    record Wish(double x, double y, double width) {}

    /// Where a text stands: its left edge and its vertical centre.
    ///
    /// @param beside true when it stands right of the line's end
    record Place(double left, double centre, boolean beside) {}

    /// The plot area in pixels.
    record Area(double left, double top, double right, double bottom) {}

    /// @param lines pixel polylines [line][0 = x, 1 = y][point] that labels should not cover
    static List<Place> place(List<Wish> wishes, List<double[][]> lines, Area area, double scale) {
        double apart = APART * scale;
        double gap = 10 * scale;
        List<Place> places = new ArrayList<>();
        for (Wish wish : wishes) {
            if (wish.x() + gap + wish.width() <= area.right()) {
                places.add(new Place(wish.x() + gap, wish.y(), true));
            } else {
                double left = Math.max(area.left(), area.right() - wish.width() - 2 * scale);
                double best = quietest(wish, left, lines, area, apart);
                places.add(new Place(left, best, false));
            }
        }
        return pushApart(wishes, places, area, apart);
    }

    private static double quietest(
            Wish wish, double left, List<double[][]> lines, Area area, double apart) {
        double best = wish.y() - apart;
        double least = Double.MAX_VALUE;
        for (double step : new double[] {-0.9, 0.9, -1.6, 1.6, -2.4, 2.4}) {
            double centre = wish.y() + step * apart;
            if (centre < area.top() + apart / 2 || centre > area.bottom() - apart / 2) {
                continue;
            }
            double cost = Math.abs(step) * 0.5;
            for (double[][] line : lines) {
                cost += covered(line, left, wish.width(), centre, apart * 0.55);
            }
            if (cost < least) {
                least = cost;
                best = centre;
            }
        }
        return best;
    }

    /// How many of the probed positions of a label a line runs through.
    private static double covered(
            double[][] line, double left, double width, double centre, double half) {
        int hits = 0;
        for (int i = 0; i <= PROBES; i++) {
            double y = valueAt(line, left + width * i / PROBES);
            hits += Math.abs(y - centre) < half ? 1 : 0;
        }
        return hits;
    }

    private static double valueAt(double[][] line, double x) {
        double[] xs = line[0];
        int n = xs.length;
        if (n == 0 || x < xs[0] || x > xs[n - 1]) {
            return Double.NaN;
        }
        int at = java.util.Arrays.binarySearch(xs, x);
        if (at >= 0) {
            return line[1][at];
        }
        int above = -at - 1;
        double t = (x - xs[above - 1]) / (xs[above] - xs[above - 1]);
        return line[1][above - 1] + t * (line[1][above] - line[1][above - 1]);
    }

    /// Moves labels that overlap sideways up and down until they are `apart`, keeping their order and
    /// staying inside the area as long as they fit.
    static List<Place> pushApart(
            List<Wish> wishes, List<Place> places, Area area, double apart) {
        int n = places.size();
        double[] centre = new double[n];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            centre[i] = clamp(places.get(i).centre(), area, apart);
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> centre[i]));
        for (int round = 0; round < 200; round++) {
            boolean moved = false;
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n; b++) {
                    int upper = order.get(a);
                    int lower = order.get(b);
                    double lack = apart - (centre[lower] - centre[upper]);
                    if (lack > 1e-6 && overlap(wishes, places, upper, lower)) {
                        centre[upper] = clamp(centre[upper] - lack / 2, area, apart);
                        centre[lower] = clamp(centre[upper] + apart, area, apart);
                        centre[upper] = clamp(centre[lower] - apart, area, apart);
                        moved = true;
                    }
                }
            }
            if (!moved) {
                break;
            }
        }
        List<Place> pushed = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            pushed.add(new Place(places.get(i).left(), centre[i], places.get(i).beside()));
        }
        return pushed;
    }

    private static boolean overlap(List<Wish> wishes, List<Place> places, int a, int b) {
        double leftA = places.get(a).left();
        double leftB = places.get(b).left();
        return leftA < leftB + wishes.get(b).width() && leftB < leftA + wishes.get(a).width();
    }

    private static double clamp(double centre, Area area, double apart) {
        return Math.max(area.top() + apart / 2, Math.min(area.bottom() - apart / 2, centre));
    }
}
