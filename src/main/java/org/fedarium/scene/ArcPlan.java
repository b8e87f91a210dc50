package org.fedarium.scene;

import org.fedarium.scene.Captions.Place;
import org.fedarium.scene.StageLayout.Detail;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Clients over the server, from left to right on half rings, the outermost first. The half rings
/// reach down beside the server as far as it does itself.
final class ArcPlan extends RingSearch {
    private static final double WIDEST = 1.6;
    private static final double TALLEST = 1.4;

    ArcPlan(StageSize size, boolean single) {
        super(size, single);
    }

    @Override
    @Nullable StageLayout attempt(double radius, int lines, boolean one) {
        double air = size.air();
        double most = size.width() / 2 - side(radius, lines);
        double tall = size.height() - size.foot() - above(radius, lines) - size.margin();
        double fits =
                Math.min(
                        (most - radius - air) / ServerSpot.EDGE,
                        (tall - radius - air) / (2 * ServerSpot.EDGE));
        double server = Math.min(size.wantedServer(), fits);
        if (server < size.leastServer()) {
            return null;
        }
        double ry = Math.min(tall - ServerSpot.EDGE * server, TALLEST * most);
        double rx = Math.min(most, WIDEST * ry);
        double clear = ServerSpot.EDGE * server + air - 1e-6;
        double below = Math.max(0, ServerSpot.EDGE * server - radius);
        double beyond = Math.asin(Math.min(0.5, below / ry));
        Rings arcs = Rings.upper(beyond);
        List<Rings.Ring> rows = arcs.fit(size.clients(), rx, ry, radius, gap(radius, lines), clear);
        if (rows.isEmpty() || (one && rows.size() > 1)) {
            return null;
        }
        double seen = Math.atan2(ry * Math.sin(beyond), rx * Math.cos(beyond));
        return build(radius, lines, arcs, rows, server, Math.PI + 2 * seen);
    }

    @Override
    StageLayout desperate() {
        double third = size.width() / 3;
        Rings.Ring row = new Rings.Ring(third, size.height() / 3, size.clients());
        return build(1, 0, Rings.upper(0), List.of(row), 0.2, Math.PI);
    }

    private StageLayout build(
            double radius,
            int lines,
            Rings arcs,
            List<Rings.Ring> rows,
            double server,
            double seen) {
        int n = size.clients();
        double[] x = new double[n];
        double[] y = new double[n];
        int from = 0;
        for (Rings.Ring row : rows) {
            arcs.place(row, size.width() / 2, 0, x, y, from);
            from += row.count();
        }
        double highest = 0;
        for (double each : y) {
            highest = Math.min(highest, each);
        }
        // What is left over is shared by above and below.
        double bottom = size.height() - size.foot();
        double used = above(radius, lines) - highest + ServerSpot.EDGE * server + size.margin();
        double cy = above(radius, lines) - highest + Math.max(0, bottom - used) / 2;
        for (int i = 0; i < n; i++) {
            y[i] += cy;
        }
        boolean full = size.detail() == Detail.FULL;
        return new StageLayout(
                size,
                ServerSpot.facing(size.width() / 2, cy, server, 0, seen),
                radius,
                new Captions(lines, full ? Place.ABOVE : Place.OUTWARD),
                0,
                x,
                y);
    }
}
