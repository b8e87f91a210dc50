package org.fedarium.scene;

import org.fedarium.scene.StageLayout.Detail;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.Surface.Cap;

import java.util.List;

/// A client: the ring of label shares, its number, and over it what it is doing.
final class ClientNodePainter {
    private static final double LEFT_AFTER_FADING = 0.42;

    private ClientNodePainter() {}

    static double ringWidth(Frame f) {
        return Math.max(3, 8 * f.unit());
    }

    /// What does not change while a round goes on.
    static void paintStill(Frame f, int k) {
        Surface s = f.surface();
        double x = f.layout().x()[k];
        double y = f.layout().y()[k];
        double r = f.radius(k);
        s.fillCircle(x, y, r + 0.5, f.color("surface"));
        paintShares(f, k, x, y, r);
        boolean spark = f.hasSpark();
        String id = f.idText(k);
        if (!id.isEmpty()) {
            double lift = spark ? 8.5 * f.unit() : 0;
            s.text(id, x, y - lift, f.id(), f.color("ink"), Align.CENTER, Base.MIDDLE);
        }
    }

    private static void paintShares(Frame f, int k, double x, double y, double r) {
        Surface s = f.surface();
        int[] counts = f.moment().segment.labelCounts()[k];
        int examples = f.moment().segment.examples()[k];
        double width = ringWidth(f);
        if (examples == 0) {
            s.setStroke(width, Cap.BUTT);
            s.strokeCircle(x, y, r - width / 2, f.color("hover"));
            return;
        }
        if (counts.length <= 1) {
            int tint = org.fedarium.look.Theme.mix(f.view().mark(k), f.color("surface"), 0.35);
            s.setStroke(width, Cap.BUTT);
            s.strokeCircle(x, y, r - width / 2, tint);
            return;
        }
        List<ClassRings.Part> parts = ClassRings.parts(counts, examples);
        s.setStroke(width, Cap.BUTT);
        for (ClassRings.Part part : parts) {
            int color =
                    part.label() == ClassRings.OTHERS
                            ? f.color("classOther")
                            : f.theme().classColor(part.label(), counts.length);
            s.arc(x, y, r - width / 2, part.from(), part.sweep(), color);
        }
        if (parts.size() > 1) {
            s.setStroke(Math.max(0.8, 1.2 * f.unit()), Cap.BUTT);
            for (ClassRings.Part part : parts) {
                double sin = Math.sin(part.from());
                double cos = Math.cos(part.from());
                double inner = r - width;
                s.line(
                        x + inner * sin,
                        y - inner * cos,
                        x + (r + 0.5) * sin,
                        y - (r + 0.5) * cos,
                        f.color("surface"));
            }
        }
    }

    /// What changes with the playhead.
    static void paintMoving(Frame f, int k) {
        Surface s = f.surface();
        Moment m = f.moment();
        double x = f.layout().x()[k];
        double y = f.layout().y()[k];
        double r = f.radius(k);
        double unit = f.unit();
        double dim = m.dimmed[k] * (1 - LEFT_AFTER_FADING);
        if (f.hasSpark()) {
            SparkPainter.paint(f, k, x, y + 11 * unit, 34 * unit * r / f.layout().nodeRadius());
        }
        if (m.state[k] == ClientState.DROPPED) {
            double width = ringWidth(f);
            s.setStroke(width + 0.5, Cap.BUTT);
            int grey = org.fedarium.look.Theme.alpha(f.color("ghost"), 0.75);
            s.strokeCircle(x, y, r - width / 2, grey);
            dim = 0.4;
        }
        if (dim > 0) {
            int veil = org.fedarium.look.Theme.alpha(f.color("stage"), dim);
            s.fillCircle(x, y, r + 1, veil);
        }
        HostilePainter.paint(f, k);
        paintOutline(f, k, x, y, r + 4 * Math.max(0.7, unit));
        BadgePainter.paint(f, k, x, y, r);
    }

    private static void paintOutline(Frame f, int k, double x, double y, double r) {
        Surface s = f.surface();
        Moment m = f.moment();
        double width = f.layout().detail() == Detail.FULL ? 4 * f.unit() : 2.5;
        switch (m.state[k]) {
            case SELECTED -> {
                s.save();
                s.setAlpha(m.appeared(k));
                double dash = Math.max(1.6, 2 * f.unit());
                s.setStroke(Math.max(1.5, 1.8 * f.unit()), Cap.BUTT, dash, 1.6 * dash);
                s.strokeCircle(x, y, r + 1, f.view().mark(k));
                s.restore();
            }
            case TRAINING -> arc(f, x, y, r + 1, width, m.trained(k), f.view().mark(k));
            case LATE -> arc(f, x, y, r + 1, width, m.trained(k), f.color("warn"));
            case REJECTED -> brackets(f, x, y, r + 2);
            default -> {
                // No outline.
            }
        }
    }

    private static void arc(
            Frame f, double x, double y, double r, double width, double share, int color) {
        Surface s = f.surface();
        s.setStroke(width, Cap.BUTT);
        s.strokeCircle(x, y, r, f.color("hover"));
        s.setStroke(width, Cap.ROUND);
        if (share >= 1) {
            s.strokeCircle(x, y, r, color);
        } else if (share > 0) {
            s.arc(x, y, r, 0, 2 * Math.PI * share, color);
        }
    }

    /// Four corners around a client that the rule left out.
    private static void brackets(Frame f, double x, double y, double r) {
        Surface s = f.surface();
        double leg = 0.32 * r;
        s.setStroke(Math.max(1.6, 2.2 * f.unit()), Cap.ROUND);
        for (int sx = -1; sx <= 1; sx += 2) {
            for (int sy = -1; sy <= 1; sy += 2) {
                double[] xs = {x + sx * (r - leg), x + sx * r, x + sx * r};
                double[] ys = {y + sy * r, y + sy * r, y + sy * (r - leg)};
                s.polyline(xs, ys, 3, f.color("bad"));
            }
        }
    }

    /// The ring around the client that is pointed at or was clicked; on top of any state.
    static void paintChosen(Frame f) {
        Surface s = f.surface();
        int hovered = f.view().hovered();
        int selected = f.view().selected();
        double extra = Math.max(4, 8.5 * f.unit());
        int n = f.layout().x().length;
        if (hovered >= 0 && hovered < n && hovered != selected) {
            s.setStroke(1.5, Cap.BUTT);
            circle(f, hovered, extra, f.color("ink3"));
        }
        if (selected >= 0 && selected < n) {
            s.setStroke(2.5, Cap.BUTT);
            circle(f, selected, extra, f.color("accent"));
        }
    }

    private static void circle(Frame f, int k, double extra, int color) {
        f.surface().strokeCircle(f.layout().x()[k], f.layout().y()[k], f.radius(k) + extra, color);
    }
}
