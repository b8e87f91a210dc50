package org.fedarium.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Places texts at the ends of lines: beside the end where there is room, else above or below it
/// where the fewest lines run, and never closer than one text height to each other.
final class LabelLayout {
    /// Vertical distance between two labels at normal size.
    static final double APART = 16;

    /// Half a text's height, in units of [#APART].
    private static final double HALF = 0.42;

    /// How far a text beside a line's end may reach to the right of the plot.
    private static final double MARGIN = 12;

    private static final int PROBES = 5;
    private static final double GAP = 9;
    private static final double[] STEPS = {
        0, -0.45, 0.45, -0.8, 0.8, -1.1, 1.1, -1.4, 1.4, -1.8, 1.8, -2.2, 2.2, -2.6, 2.6, -3, 3, -4,
        4
    };

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

    /// A line that texts should rather not cover.
    ///
    /// @param strong true when covering it would hide something important
    /// @param x      pixels, increasing
    record Line(boolean strong, double[] x, double[] y) {}

    /// Places the texts one by one, the last wish first: it belongs to the most important line.
    ///
    /// @param taken areas with other texts
    static List<Place> place(
            List<Wish> wishes, List<Line> lines, List<Area> taken, Area area, double scale) {
        double apart = APART * scale;
        Place[] places = new Place[wishes.size()];
        for (int i = wishes.size() - 1; i >= 0; i--) {
            places[i] = quietest(i, wishes, places, lines, taken, area, scale);
        }

        return pushApart(wishes, List.of(places), area, apart);
    }

    private static Place quietest(
            int index,
            List<Wish> wishes,
            Place[] placed,
            List<Line> lines,
            List<Area> taken,
            Area area,
            double scale) {
        Wish wish = wishes.get(index);
        double apart = APART * scale;
        double gap = GAP * scale;
        double edge = area.right() - wish.width() - 2 * scale;
        // Above or below its line a text stays inside the plot; beside it may use the margin.
        double margin = edge + MARGIN * scale;
        Place best = new Place(Math.max(area.left(), Math.min(edge, wish.x())), wish.y(), false);
        double least = Double.MAX_VALUE;
        for (double step : STEPS) {
            double centre = wish.y() + step * apart;
            for (int side = 0; side < 2; side++) {
                boolean beside = side == 0;
                double left = beside ? wish.x() + gap : Math.min(edge, wish.x() - wish.width() / 2);
                boolean outside =
                        left < area.left()
                                || left > (beside ? margin : edge + 2 * scale)
                                || centre < area.top() + apart * HALF
                                || centre > area.bottom() - apart * HALF;
                if (outside || !beside && Math.abs(step) < 0.79) {
                    continue;
                }
                Place place = new Place(left, centre, beside);
                double cost = 0.7 * Math.abs(step) + (beside ? 0 : 1);
                cost += clash(index, place, wishes, placed, apart);
                for (Area other : taken) {
                    boolean apartX = left > other.right() || left + wish.width() < other.left();
                    boolean apartY =
                            centre - apart / 2 > other.bottom() || centre + apart / 2 < other.top();
                    cost += apartX || apartY ? 0 : 20;
                }
                for (Line line : lines) {
                    double hidden = covered(line, left, wish.width(), centre, apart * 0.7);
                    cost += line.strong() ? hidden + between(line, wish, centre) : 0.12 * hidden;
                }
                if (cost < least) {
                    least = cost;
                    best = place;
                }
            }
        }
        return best;
    }

    private static double clash(
            int index, Place place, List<Wish> wishes, Place[] placed, double apart) {
        double cost = 0;
        for (int i = index + 1; i < placed.length; i++) {
            Place other = placed[i];
            boolean sideways =
                    place.left() < other.left() + wishes.get(i).width()
                            && other.left() < place.left() + wishes.get(index).width();
            if (sideways && Math.abs(place.centre() - other.centre()) < apart) {
                cost += 50;
            }
        }
        return cost;
    }

    /// A label on the far side of another line looks as if it belonged to that one.
    private static double between(Line line, Wish wish, double centre) {
        double y = valueAt(line, wish.x());
        boolean crosses = (y - wish.y()) * (y - centre) < 0 && Math.abs(y - wish.y()) > 2;
        return crosses ? 3 : 0;
    }

    /// How many of the probed positions of a label a line runs through.
    private static double covered(
            Line line, double left, double width, double centre, double half) {
        int hits = 0;
        for (int i = 0; i <= PROBES; i++) {
            double y = valueAt(line, left + width * i / PROBES);
            hits += Math.abs(y - centre) < half ? 1 : 0;
        }
        return hits;
    }

    private static double valueAt(Line line, double x) {
        double[] xs = line.x();
        int n = xs.length;
        if (n == 0 || x < xs[0] || x > xs[n - 1]) {
            return Double.NaN;
        }
        int at = java.util.Arrays.binarySearch(xs, x);
        if (at >= 0) {
            return line.y()[at];
        }
        int above = -at - 1;
        double t = (x - xs[above - 1]) / (xs[above] - xs[above - 1]);
        return line.y()[above - 1] + t * (line.y()[above] - line.y()[above - 1]);
    }

    /// Moves labels that overlap sideways up and down until they are `apart`, keeping their order
    /// and staying inside the area as long as they fit.
    static List<Place> pushApart(List<Wish> wishes, List<Place> places, Area area, double apart) {
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
        return Math.max(area.top() + apart * HALF, Math.min(area.bottom() - apart * HALF, centre));
    }
}
