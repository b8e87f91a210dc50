package org.fedarium.scene;

import java.util.ArrayList;
import java.util.List;

/// Places equal discs on concentric ellipses around the server, or on a part of each, evenly along
/// them, clockwise and from the outermost ellipse inwards.
///
/// @param start  where the first half step begins, clockwise from 12 o'clock
/// @param sweep  how far discs go from there
/// @param single where a single disc stands, as a share of the way
record Rings(double start, double sweep, double single) {
    private static final int SAMPLES = 720;

    /// Whole ellipses, from the top. A single disc stands on the right.
    static final Rings WHOLE = new Rings(0, 2 * Math.PI, 0.25);

    /// Upper halves, from the left, and a little more.
    ///
    /// @param beyond how far they go on below the middle at both ends, as an angle
    static Rings upper(double beyond) {
        return new Rings(-Math.PI / 2 - beyond, Math.PI + 2 * beyond, 0.5);
    }

    /// Half axes of one ellipse and how many discs stand on it.
    record Ring(double rx, double ry, int count) {}

    /// The fewest ellipses that hold `n` discs of this radius, or an empty list when they do not
    /// fit.
    ///
    /// @param clear distance from the server's centre that must stay free of discs
    List<Ring> fit(int n, double rx, double ry, double radius, double gap, double clear) {
        double pitch = 2 * radius + gap;
        List<Ring> room = new ArrayList<>();
        int total = 0;
        double a = rx;
        double b = ry;
        while (total < n) {
            if (Math.min(a, b) < clear + radius) {
                return List.of();
            }
            int capacity = (int) (perimeter(a, b) * (sweep / (2 * Math.PI)) / pitch);
            room.add(new Ring(a, b, capacity));
            total += capacity;
            // Nested ellipses come a little closer to each other between their axes.
            double step = pitch * 1.03;
            a -= step;
            b -= step;
        }
        List<Ring> rings = new ArrayList<>();
        int left = n;
        int leftRoom = total;
        for (Ring ring : room) {
            int count =
                    (int) Math.min(ring.count, Math.ceil((double) left * ring.count / leftRoom));
            rings.add(new Ring(ring.rx, ring.ry, count));
            left -= count;
            leftRoom -= ring.count;
        }
        return rings;
    }

    /// Ramanujan's approximation.
    static double perimeter(double a, double b) {
        double h = (a - b) * (a - b) / ((a + b) * (a + b));
        return Math.PI * (a + b) * (1 + 3 * h / (10 + Math.sqrt(4 - 3 * h)));
    }

    /// Writes the centres of the ring's discs from index `from` on.
    void place(Ring ring, double cx, double cy, double[] x, double[] y, int from) {
        double[] length = new double[SAMPLES + 1];
        for (int i = 1; i <= SAMPLES; i++) {
            double dx = px(ring, i) - px(ring, i - 1);
            double dy = py(ring, i) - py(ring, i - 1);
            length[i] = length[i - 1] + Math.hypot(dx, dy);
        }
        double total = length[SAMPLES];
        int at = 1;
        for (int k = 0; k < ring.count; k++) {
            double wanted = total * share(k, ring.count);
            while (at < SAMPLES && length[at] < wanted) {
                at++;
            }
            double t = (wanted - length[at - 1]) / (length[at] - length[at - 1]);
            x[from + k] = cx + px(ring, at - 1 + t);
            y[from + k] = cy + py(ring, at - 1 + t);
        }
    }

    /// Where disc k stands, as a share of the way: half a step from the start, so that left and
    /// right mirror each other.
    private double share(int k, int count) {
        return count == 1 ? single : (k + 0.5) / count;
    }

    private double px(Ring ring, double sample) {
        return ring.rx * Math.sin(start + sweep * sample / SAMPLES);
    }

    private double py(Ring ring, double sample) {
        return -ring.ry * Math.cos(start + sweep * sample / SAMPLES);
    }
}
