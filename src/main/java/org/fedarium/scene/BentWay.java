package org.fedarium.scene;

import java.util.Arrays;

/// A way of several curves one after the other, as a line of short pieces.
final class BentWay implements Way {
    private static final int PIECES = 24;

    private final double[] x;
    private final double[] y;
    /// Length of the way up to each point.
    private final double[] at;

    /// @param curves that begin where the one before ends
    BentWay(LinkPath... curves) {
        int n = curves.length * PIECES + 1;
        x = new double[n];
        y = new double[n];
        at = new double[n];
        for (int i = 0; i < n; i++) {
            LinkPath curve = curves[Math.min(i / PIECES, curves.length - 1)];
            double t = i == n - 1 ? 1 : (i % PIECES) / (double) PIECES;
            x[i] = curve.x(t);
            y[i] = curve.y(t);
            at[i] = i == 0 ? 0 : at[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
    }

    @Override
    public double length() {
        return at[at.length - 1];
    }

    @Override
    public double x(double t) {
        return value(x, t);
    }

    @Override
    public double y(double t) {
        return value(y, t);
    }

    private double value(double[] values, double t) {
        double wanted = Easing.clamp(t) * length();
        int i = after(wanted);
        double piece = at[i] - at[i - 1];
        double share = piece > 0 ? (wanted - at[i - 1]) / piece : 0;
        return values[i - 1] + share * (values[i] - values[i - 1]);
    }

    /// The first point, but not the very first, that lies at least that far along.
    private int after(double distance) {
        int found = Arrays.binarySearch(at, distance);
        return Math.clamp(found < 0 ? -found - 1 : found, 1, at.length - 1);
    }

    @Override
    public void draw(Surface s, double from, double to, int color) {
        if (to - from < 1e-3) {
            return;
        }
        double[] xs = new double[x.length + 2];
        double[] ys = new double[x.length + 2];
        xs[0] = x(from);
        ys[0] = y(from);
        int n = 1;
        for (int i = 0; i < x.length; i++) {
            if (at[i] > from * length() && at[i] < to * length()) {
                xs[n] = x[i];
                ys[n++] = y[i];
            }
        }
        xs[n] = x(to);
        ys[n++] = y(to);
        s.polyline(xs, ys, n, color);
    }
}
