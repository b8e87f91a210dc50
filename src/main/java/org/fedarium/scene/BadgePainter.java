package org.fedarium.scene;

import org.fedarium.scene.StageLayout.Detail;
import org.fedarium.scene.Surface.Cap;

/// The small disc at a client's upper right whose sign says its state without colour.
final class BadgePainter {
    private static final double DIAGONAL = 0.74;

    private BadgePainter() {}

    static void paint(Frame f, int k, double x, double y, double r) {
        ClientState state = f.moment().state[k];
        if (state == ClientState.RESTING || f.layout().nodeRadius() < 11) {
            return;
        }
        boolean full = f.layout().detail() == Detail.FULL;
        double size = full ? 10.5 * f.unit() : Math.max(5.5, 9 * f.unit() / 0.75);
        double bx = x + r * DIAGONAL;
        double by = y - r * DIAGONAL;
        Surface s = f.surface();
        s.save();
        s.setAlpha(state == ClientState.SELECTED ? f.moment().appeared(k) : 1);
        if (state == ClientState.IDLE) {
            s.setAlpha(f.moment().dimmed[k]);
        }
        s.fillCircle(bx, by, size + Math.max(1.2, 2 * f.unit()), f.color("stage"));
        badge(f, k, bx, by, size, state);
        s.restore();
    }

    /// The disc and its sign alone.
    static void badge(Frame f, int k, double x, double y, double size, ClientState state) {
        Surface s = f.surface();
        s.fillCircle(x, y, size, fill(f, k, state));
        s.save();
        s.translate(x, y);
        s.setStroke(Math.max(1.2, size * 0.16), Cap.ROUND);
        sign(s, state, size / 10, signColor(f, state));
        s.restore();
    }

    private static int fill(Frame f, int k, ClientState state) {
        return switch (state) {
            case IDLE, EMPTY, RESTING -> f.color("sunken");
            case RECEIVING -> f.color("ink");
            case LATE, CLIPPED, DOWN_WEIGHTED -> f.color("warnSoft");
            case DROPPED, REJECTED -> f.color("badSoft");
            default -> f.view().mark(k);
        };
    }

    private static int signColor(Frame f, ClientState state) {
        return switch (state) {
            case IDLE, EMPTY, RESTING -> f.color("ink3");
            case LATE, CLIPPED, DOWN_WEIGHTED -> f.color("warn");
            case DROPPED, REJECTED -> f.color("bad");
            default -> f.color("stage");
        };
    }

    /// Signs are drawn in a box from -5 to 5, times `u`.
    private static void sign(Surface s, ClientState state, double u, int color) {
        switch (state) {
            case IDLE -> moon(s, u, color);
            case SELECTED -> {
                s.strokeCircle(0, 0, 4.6 * u, color);
                s.fillCircle(0, 0, 1.8 * u, color);
            }
            case RECEIVING -> arrow(s, u, 1, color);
            case UPLOADING -> arrow(s, u, -1, color);
            case TRAINING -> chip(s, u, color);
            case EXCHANGING -> {
                stroke(s, u, color, -4, -1.8, 4, -1.8, 1.4, -4.2);
                stroke(s, u, color, 4, 1.8, -4, 1.8, -1.4, 4.2);
            }
            case SENT, MIXED -> stroke(s, u, color, -4, 0.2, -1.2, 3, 4.2, -3);
            case EMPTY -> stroke(s, u, color, -3.6, 0, 3.6, 0);
            case LATE -> {
                s.strokeCircle(0, 0, 4.8 * u, color);
                stroke(s, u, color, 0, -2.6, 0, 0.2, 2, 1.4);
            }
            case DROPPED -> {
                stroke(s, u, color, -3, -3, 3, 3);
                stroke(s, u, color, -3, 3, 3, -3);
            }
            case REJECTED ->
                    stroke(
                            s, u, color, 0, -5, 4.2, -3.4, 4, 1, 2.4, 3.6, 0, 5, -2.4, 3.6, -4, 1,
                            -4.2, -3.4, 0, -5);
            case CLIPPED -> {
                // Cut off on both sides.
                stroke(s, u, color, -4.6, -3.4, -4.6, 3.4);
                stroke(s, u, color, 4.6, -3.4, 4.6, 3.4);
                stroke(s, u, color, -2.4, 0, 2.4, 0);
            }
            case DOWN_WEIGHTED -> {
                stroke(s, u, color, -3.4, -4, 0, -0.6, 3.4, -4);
                stroke(s, u, color, -4, 4, 4, 4);
                stroke(s, u, color, 0, -0.6, 0, 0.6);
            }
            case RESTING -> {
                // No badge.
            }
        }
    }

    private static void arrow(Surface s, double u, int direction, int color) {
        stroke(s, u, color, 0, -4.4 * direction, 0, 4.4 * direction);
        stroke(s, u, color, -3.6, 0.8 * direction, 0, 4.4 * direction, 3.6, 0.8 * direction);
    }

    private static void chip(Surface s, double u, int color) {
        s.strokeRound(-3.2 * u, -3.2 * u, 6.4 * u, 6.4 * u, u, color);
        s.fillRect(-1.2 * u, -1.2 * u, 2.4 * u, 2.4 * u, color);
        for (int side = -1; side <= 1; side += 2) {
            for (int at = -1; at <= 1; at += 2) {
                stroke(s, u, color, 1.5 * at, 3.4 * side, 1.5 * at, 5.2 * side);
                stroke(s, u, color, 3.4 * side, 1.5 * at, 5.2 * side, 1.5 * at);
            }
        }
    }

    /// A crescent: an outer and an inner circle's arcs between their two crossings.
    private static void moon(Surface s, double u, int color) {
        s.arc(0, 0, 4.6 * u, 1.72, 4.41, color);
        s.arc(1.9 * u, -1.9 * u, 3.7 * u, 2.345, 3.164, color);
    }

    private static void stroke(Surface s, double u, int color, double... points) {
        int n = points.length / 2;
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = points[2 * i] * u;
            ys[i] = points[2 * i + 1] * u;
        }
        s.polyline(xs, ys, n, color);
    }
}
