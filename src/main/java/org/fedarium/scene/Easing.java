package org.fedarium.scene;

/// How movements speed up and slow down: cubic curves close to the design's Bezier ones.
final class Easing {
    private Easing() {}

    static double clamp(double t) {
        return Math.max(0, Math.min(1, t));
    }

    static double out(double t) {
        double r = 1 - clamp(t);
        return 1 - r * r * r;
    }

    static double in(double t) {
        double c = clamp(t);
        return c * c * (0.4 + 0.6 * c);
    }

    static double inOut(double t) {
        double c = clamp(t);
        return c * c * (3 - 2 * c);
    }
}
