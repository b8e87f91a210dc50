package org.fedarium.scene;

/// The curve from a client's edge to its segment of the aggregation ring: a cubic Bezier whose
/// parameter runs from 0 at the client to 1 at the server.
record LinkPath(
        double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3)
        implements Way {

    /// @param slot -1 for a client that has none
    static LinkPath of(Frame f, int client, int slot) {
        StageLayout l = f.layout();
        double angle = Way.landing(f, client, slot);
        double edge = Way.rim(l);
        double ex = l.cx() + edge * Math.sin(angle);
        double ey = l.cy() - edge * Math.cos(angle);
        double nx = l.x()[client];
        double ny = l.y()[client];
        double dx = ex - nx;
        double dy = ey - ny;
        double length = Math.max(1, Math.hypot(dx, dy));
        double off = Math.min(length - 1, f.radius(client) + 9 * f.unit());
        double sx = nx + off * dx / length;
        double sy = ny + off * dy / length;
        double bend = 0.34 * Math.hypot(ex - sx, ey - sy);
        return new LinkPath(
                sx,
                sy,
                sx + bend * dx / length,
                sy + bend * dy / length,
                ex + bend * Math.sin(angle),
                ey - bend * Math.cos(angle),
                ex,
                ey);
    }

    /// The straight line from one client's edge to another's.
    static LinkPath between(Frame f, int from, int to) {
        StageLayout l = f.layout();
        double dx = l.x()[to] - l.x()[from];
        double dy = l.y()[to] - l.y()[from];
        double length = Math.max(1, Math.hypot(dx, dy));
        double air = Math.max(2, 5 * f.unit());
        double a = Math.min(0.5, (f.radius(from) + air) / length);
        double b = Math.max(0.5, 1 - (f.radius(to) + air) / length);
        double x = l.x()[from];
        double y = l.y()[from];
        double third = (b - a) / 3;
        return new LinkPath(
                x + a * dx,
                y + a * dy,
                x + (a + third) * dx,
                y + (a + third) * dy,
                x + (b - third) * dx,
                y + (b - third) * dy,
                x + b * dx,
                y + b * dy);
    }

    static LinkPath straight(double x0, double y0, double x3, double y3) {
        double dx = (x3 - x0) / 3;
        double dy = (y3 - y0) / 3;
        return new LinkPath(x0, y0, x0 + dx, y0 + dy, x3 - dx, y3 - dy, x3, y3);
    }

    /// The same line a little to its left, so that two that travel towards each other can pass.
    LinkPath beside(double off) {
        double nx = off * (y3 - y0) / Math.max(1, length());
        double ny = -off * (x3 - x0) / Math.max(1, length());
        return new LinkPath(x0 + nx, y0 + ny, x1 + nx, y1 + ny, x2 + nx, y2 + ny, x3 + nx, y3 + ny);
    }

    @Override
    public double x(double t) {
        double u = 1 - t;
        return u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3;
    }

    @Override
    public double y(double t) {
        double u = 1 - t;
        return u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3;
    }

    @Override
    public double length() {
        return Math.hypot(x3 - x0, y3 - y0);
    }

    @Override
    public void draw(Surface s, double from, double to, int color) {
        if (to - from < 1e-3) {
            return;
        }
        LinkPath part = head(to).tail(from / to);
        s.curve(part.x0, part.y0, part.x1, part.y1, part.x2, part.y2, part.x3, part.y3, color);
    }

    private LinkPath head(double t) {
        double ax = x0 + (x1 - x0) * t;
        double ay = y0 + (y1 - y0) * t;
        double bx = x1 + (x2 - x1) * t;
        double by = y1 + (y2 - y1) * t;
        double cx = ax + (bx - ax) * t;
        double cy = ay + (by - ay) * t;
        return new LinkPath(x0, y0, ax, ay, cx, cy, x(t), y(t));
    }

    private LinkPath tail(double t) {
        double bx = x1 + (x2 - x1) * t;
        double by = y1 + (y2 - y1) * t;
        double cx = x2 + (x3 - x2) * t;
        double cy = y2 + (y3 - y2) * t;
        double dx = bx + (cx - bx) * t;
        double dy = by + (cy - by) * t;
        return new LinkPath(x(t), y(t), dx, dy, cx, cy, x3, y3);
    }
}
