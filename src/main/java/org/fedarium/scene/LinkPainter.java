package org.fedarium.scene;

import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Cap;

/// The line between a client and the server, and the packet on it. Its width is the norm of the
/// client's update once there is one.
final class LinkPainter {
    private static final double TRAVELLED = 0.5;
    private static final double AHEAD = 0.11;
    private static final double SENT = 0.32;

    private LinkPainter() {}

    /// Pixels per unit of [Moment#slotWidth].
    static double thickness(Frame f) {
        return Math.min(1.6, Math.max(0.45, f.unit()));
    }

    static void paint(Frame f, int k) {
        Moment m = f.moment();
        int slot = m.slot[k];
        if ((slot < 0 && !m.isApart(k)) || m.state[k] == ClientState.EMPTY) {
            return;
        }
        Surface s = f.surface();
        Way path = Way.of(f, k, slot);
        double width = m.linkWidth(k) * thickness(f);
        int mark = f.view().mark(k);
        double thin = Math.max(1, 2 * Math.min(1, f.unit() * 1.2));
        switch (m.state[k]) {
            case SELECTED -> {
                s.save();
                s.setAlpha(m.appeared(k));
                s.setStroke(thin, Cap.ROUND);
                path.draw(s, 0, 1, f.color("line2"));
                s.restore();
            }
            case TRAINING -> {
                s.setStroke(thin, Cap.ROUND);
                path.draw(s, 0, 1, f.color("line2"));
            }
            case RECEIVING -> receive(f, path, m.travel(k), thin);
            case UPLOADING -> {
                boolean hostile = HostilePainter.isHostile(m, k);
                int color = hostile ? f.color("bad") : mark;
                upload(f, path, m.travel(k), width, color);
            }
            case SENT, CLIPPED, DOWN_WEIGHTED -> {
                s.setStroke(width, Cap.ROUND);
                path.draw(s, 0, 1, Theme.alpha(mark, SENT));
            }
            case LATE -> {
                s.setStroke(Math.max(1.4, 2 * f.unit()), Cap.ROUND, 2, 7);
                path.draw(s, 0, 1, mark);
            }
            case DROPPED -> broken(f, path);
            case REJECTED -> {
                s.setStroke(width, Cap.ROUND);
                path.draw(s, 0, 0.72, Theme.alpha(mark, SENT));
                bar(f, path, 0.82, 10 * Math.max(0.6, f.unit()));
            }
            default -> {
                // No link.
            }
        }
    }

    private static void receive(Frame f, Way path, double travel, double thin) {
        Surface s = f.surface();
        int ink = f.color("ink");
        s.setStroke(Math.max(thin, 4 * f.unit()), Cap.ROUND);
        if (f.view().reducedMotion()) {
            path.draw(s, 0, 1, Theme.alpha(ink, 0.3));
            PacketPainter.paint(f, path, 0.1, 0, ink);
            PacketPainter.paint(f, path, 0.9, 0, ink);
            return;
        }
        double at = 1 - travel;
        path.draw(s, 0, at, Theme.alpha(ink, AHEAD));
        path.draw(s, at, 1, Theme.alpha(ink, TRAVELLED));
        PacketPainter.paint(f, path, inside(path, at, f), 0, ink);
    }

    private static void upload(Frame f, Way path, double travel, double width, int mark) {
        Surface s = f.surface();
        s.setStroke(width, Cap.ROUND);
        if (f.view().reducedMotion()) {
            path.draw(s, 0, 1, Theme.alpha(mark, SENT));
            PacketPainter.paint(f, path, 0.1, width, mark);
            PacketPainter.paint(f, path, 0.9, width, mark);
            return;
        }
        path.draw(s, travel, 1, Theme.alpha(mark, AHEAD));
        path.draw(s, 0, travel, Theme.alpha(mark, TRAVELLED));
        PacketPainter.paint(f, path, inside(path, travel, f), width, mark);
    }

    /// Keeps the whole packet between the client and the ring.
    private static double inside(Way path, double t, Frame f) {
        double margin = Math.min(0.45, PacketPainter.length(f) / 2 / Math.max(1, path.length()));
        return margin + (1 - 2 * margin) * t;
    }

    private static void broken(Frame f, Way path) {
        Surface s = f.surface();
        int color = f.color("ghost");
        s.setStroke(Math.max(1.6, 2.6 * f.unit()), Cap.ROUND);
        path.draw(s, 0, 0.4, color);
        path.draw(s, 0.6, 1, color);
        double u = Math.max(0.5, f.unit());
        for (int side = -1; side <= 1; side += 2) {
            s.save();
            s.translate(path.x(0.5 + side * 0.04), path.y(0.5 + side * 0.04));
            s.rotate(path.direction(0.5));
            s.line(-2.5 * u, 8 * u, 2.5 * u, -8 * u, color);
            s.restore();
        }
    }

    private static void bar(Frame f, Way path, double t, double half) {
        Surface s = f.surface();
        s.save();
        s.translate(path.x(t), path.y(t));
        s.rotate(path.direction(t));
        s.setStroke(Math.max(2, 3.5 * f.unit()), Cap.ROUND);
        s.line(0, -half, 0, half, f.color("bad"));
        s.restore();
    }
}
