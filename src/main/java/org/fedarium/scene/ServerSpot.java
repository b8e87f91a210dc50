package org.fedarium.scene;

/// Where the server stands, and which part of the circle around it is the aggregation ring.
///
/// @param cx    its centre
/// @param cy    its centre
/// @param scale its radii are 66 and 80 times this; 0 when there is none
/// @param start angle where the ring begins, clockwise from 12 o'clock
/// @param sweep the ring's length as an angle; 2 pi for a whole one
record ServerSpot(double cx, double cy, double scale, double start, double sweep) {
    /// Outer edge of the aggregation ring at scale 1, and a little air.
    static final double EDGE = 90;

    /// Below this the server's name does not fit into its disc.
    static final double LEAST_SCALE = 0.75;

    // How much farther the ring goes than the clients do, on each side.
    private static final double OVER = 0.05 * Math.PI;

    static ServerSpot whole(double cx, double cy, double scale) {
        return new ServerSpot(cx, cy, scale, 0, 2 * Math.PI);
    }

    /// A server with all its clients on one side: the ring turns to them.
    ///
    /// @param towards the middle of that side, clockwise from 12 o'clock
    /// @param angle   that the clients take up, seen from the server
    static ServerSpot facing(double cx, double cy, double scale, double towards, double angle) {
        double sweep = angle + 2 * OVER;
        return new ServerSpot(cx, cy, scale, towards - sweep / 2, sweep);
    }

    boolean isWhole() {
        return sweep >= 2 * Math.PI;
    }

    /// A circle around it as far as the ring goes, with the stroke that is set.
    void stroke(Surface s, double radius, int color) {
        if (isWhole()) {
            s.strokeCircle(cx, cy, radius, color);
        } else {
            s.arc(cx, cy, radius, start, sweep, color);
        }
    }
}
