package org.fedarium.scene;

import org.fedarium.scene.Captions.Place;
import org.fedarium.scene.StageLayout.Detail;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Clients around the server.
final class RingPlan extends RingSearch {
    RingPlan(StageSize size, boolean single) {
        super(size, single);
    }

    @Override
    @Nullable StageLayout attempt(double radius, int lines, boolean one) {
        double rx = halfWidth(radius, lines);
        double ry = halfHeight(radius, lines);
        double air = size.air();
        double server =
                Math.min(size.wantedServer(), (Math.min(rx, ry) - radius - air) / ServerSpot.EDGE);
        if (server < size.leastServer()) {
            return null;
        }
        double clear = ServerSpot.EDGE * server + air - 1e-6;
        List<Rings.Ring> rings =
                Rings.WHOLE.fit(size.clients(), rx, ry, radius, gap(radius, lines), clear);
        if (rings.isEmpty() || (one && rings.size() > 1)) {
            return null;
        }
        return build(radius, lines, rings, server);
    }

    @Override
    StageLayout desperate() {
        double third = size.width() / 3;
        return build(1, 0, List.of(new Rings.Ring(third, size.height() / 3, size.clients())), 0.2);
    }

    private double halfWidth(double radius, int lines) {
        return Math.min(size.width() / 2 - side(radius, lines), 1.5 * halfHeight(radius, lines));
    }

    private double halfHeight(double radius, int lines) {
        double below = above(radius, lines) + (lines > 0 ? 2 : 0);
        return (size.height() - size.foot() - above(radius, lines) - below) / 2;
    }

    private StageLayout build(double radius, int lines, List<Rings.Ring> rings, double server) {
        int n = size.clients();
        double[] x = new double[n];
        double[] y = new double[n];
        double cx = size.width() / 2;
        double cy = above(radius, lines) + halfHeight(radius, lines);
        int from = 0;
        for (Rings.Ring ring : rings) {
            Rings.WHOLE.place(ring, cx, cy, x, y, from);
            from += ring.count();
        }
        boolean full = size.detail() == Detail.FULL;
        if (full) {
            // Few clients leave one side empty; the whole picture is centred instead.
            double dx = cx - middle(x, cx);
            double dy = cy - middle(y, cy);
            for (int i = 0; i < n; i++) {
                x[i] += dx;
                y[i] += dy;
            }
            cx += dx;
            cy += dy;
        }
        Captions captions = new Captions(lines, full ? Place.HALVES : Place.OUTWARD);
        return new StageLayout(size, ServerSpot.whole(cx, cy, server), radius, captions, 0, x, y);
    }
}
