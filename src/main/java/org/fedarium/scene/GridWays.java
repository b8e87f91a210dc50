package org.fedarium.scene;

/// Links of clients in rows and columns: they leave a client towards the server's side, run between
/// the columns as far as there are rows in the way, and then turn to the server.
final class GridWays {
    private GridWays() {}

    static Way of(Frame f, int client, int slot) {
        StageLayout l = f.layout();
        double x = l.x()[client];
        double y = l.y()[client];
        double towards = Math.signum(l.cy() - y);
        double off = f.radius(client) + 9 * f.unit();
        double last = lastRow(l, client, towards);
        if (last == y) {
            return turn(f, client, slot, x, y + towards * off, 0.5);
        }
        double column = Math.abs(l.x()[1] - l.x()[0]);
        double side = x > l.cx() + 1e-6 ? -1 : 1;
        double lane = x + side * column / 2;
        double past = last + towards * (l.nodeRadius() + 4 * f.unit());
        // From the client's shoulder into the lane, along it, and out.
        double aslant = Math.atan2(side * column / 2, off);
        double sx = x + off * Math.sin(aslant);
        double sy = y + towards * off * Math.cos(aslant);
        double in = y + towards * Math.max(off, 0.5 * Math.abs(next(l, client, towards) - y));
        LinkPath enter =
                new LinkPath(
                        sx, sy, (sx + lane) / 2, sy + (in - sy) / 4, lane, (sy + in) / 2, lane, in);
        LinkPath along = LinkPath.straight(lane, in, lane, past);
        return new BentWay(enter, along, turn(f, client, slot, lane, past, 0.5));
    }

    /// Straight on at first, and to the ring at right angles.
    private static LinkPath turn(Frame f, int client, int slot, double x, double y, double share) {
        StageLayout l = f.layout();
        double angle = Way.landing(f, client, slot);
        double ex = l.cx() + Way.rim(l) * Math.sin(angle);
        double ey = l.cy() - Way.rim(l) * Math.cos(angle);
        double towards = Math.signum(l.cy() - y);
        double down = share * Math.max(20 * l.serverScale(), Math.abs(l.cy() - y) - l.ringRadius());
        double bend = 0.34 * Math.hypot(ex - x, ey - y);
        return new LinkPath(
                x,
                y,
                x,
                y + towards * down,
                ex + bend * Math.sin(angle),
                ey - bend * Math.cos(angle),
                ex,
                ey);
    }

    /// Height of the last row on the way to the server.
    private static double lastRow(StageLayout l, int client, double towards) {
        double last = l.y()[client];
        for (int k = client % l.columns(); k < l.y().length; k += l.columns()) {
            if (Math.signum(l.cy() - l.y()[k]) == towards && (l.y()[k] - last) * towards > 0) {
                last = l.y()[k];
            }
        }
        return last;
    }

    private static double next(StageLayout l, int client, double towards) {
        return l.y()[client + (int) towards * l.columns()];
    }
}
