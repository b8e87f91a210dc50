package org.fedarium.scene;

/// The way from a client's edge to the server, or to another client: its parameter runs from 0 at
/// the client to 1 at the other end.
interface Way {
    double x(double t);

    double y(double t);

    double length();

    /// Draws the part between two parameters.
    void draw(Surface s, double from, double to, int color);

    /// Direction of travel towards the other end, clockwise from the x axis.
    default double direction(double t) {
        double from = Math.max(0, t - 0.02);
        double to = Math.min(1, t + 0.02);
        return Math.atan2(y(to) - y(from), x(to) - x(from));
    }

    /// The way of a cohort member to its segment of the aggregation ring.
    static Way of(Frame f, int client, int slot) {
        return f.layout().columns() > 0
                ? GridWays.of(f, client, slot)
                : LinkPath.of(f, client, slot);
    }

    /// Where on the aggregation ring the link of a cohort member ends, clockwise from 12 o'clock.
    /// Without a segment of its own (slot -1 has none) it meets the ring where it is nearest.
    static double landing(Frame f, int client, int slot) {
        Moment m = f.moment();
        return slot >= 0 && m.slotSweep[slot] > 0
                ? m.slotStart[slot] + m.slotSweep[slot] / 2
                : f.layout().angle(client);
    }

    /// How far from the server's centre links end.
    static double rim(StageLayout l) {
        return l.ringRadius() + l.ringWidth() / 2 + 5 * l.serverScale();
    }
}
