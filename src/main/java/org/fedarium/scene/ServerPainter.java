package org.fedarium.scene;

import org.fedarium.lab.Phase;
import org.fedarium.look.Theme;
import org.fedarium.model.ParameterLayout;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.Surface.Cap;

import java.util.ArrayList;
import java.util.List;

/// The server: the global model in ink, and around it the ring whose segments are the weights of
/// the clients in the average.
final class ServerPainter {
    private static final double PENDING = 0.3;
    // Beyond this many segments only their sum can be seen.
    private static final int MOST_SEGMENTS = 60;

    // The name's smallest type.
    private static final double SMALLEST = 9;

    private ServerPainter() {}

    private static FontSpec bold(double size) {
        return FontSpec.sans(size, 600);
    }

    static void paint(Frame f) {
        Surface s = f.surface();
        StageLayout l = f.layout();
        double r = l.serverRadius();
        s.setStroke(l.ringWidth(), Cap.BUTT);
        l.server().stroke(s, l.ringRadius(), f.color("hover"));
        double flowed = f.view().playhead().progress(Phase.AGGREGATE);
        if (f.moment().reports != null && flowed < 1) {
            segments(f);
        }
        s.fillCircle(l.cx(), l.cy(), r, f.color("surface"));
        if (f.moment().reports != null && f.moment().phase == Phase.AGGREGATE && flowed < 1) {
            flow(f, Easing.inOut(flowed));
        }
        s.setStroke(2.4 * l.serverScale(), Cap.BUTT);
        s.strokeCircle(l.cx(), l.cy(), r, f.color("ink"));
        if (f.moment().phase == Phase.EVALUATE
                && f.moment().fraction < 1
                && !f.view().reducedMotion()
                && !f.view().blinkFree()) {
            double t = Easing.out(f.moment().fraction);
            s.setStroke(2.5 * l.serverScale(), Cap.BUTT);
            s.strokeCircle(
                    l.cx(),
                    l.cy(),
                    r + (l.ringRadius() - r) * t,
                    Theme.alpha(f.color("ink"), 1 - t));
        }
        inside(f);
    }

    private static void segments(Frame f) {
        Surface s = f.surface();
        StageLayout l = f.layout();
        Moment m = f.moment();
        var reports = java.util.Objects.requireNonNull(m.reports);
        double leaving = Easing.inOut(f.view().playhead().progress(Phase.AGGREGATE));
        s.setStroke(l.ringWidth(), Cap.BUTT);
        if (m.slotSweep.length > MOST_SEGMENTS) {
            int arrived = Theme.mix(f.color("ink3"), f.color("hover"), leaving);
            double sweep = l.server().sweep() * m.arrivedWeight();
            s.arc(l.cx(), l.cy(), l.ringRadius(), l.server().start(), sweep, arrived);
            return;
        }
        for (int i = 0; i < m.slotSweep.length; i++) {
            int mark = f.view().mark(reports.client()[i]);
            int pending = Theme.mix(f.color("hover"), mark, PENDING);
            int color = Theme.mix(pending, mark, m.slotFilled[i]);
            color = Theme.mix(color, f.color("hover"), leaving);
            if (m.slotSweep[i] > 0) {
                s.arc(l.cx(), l.cy(), l.ringRadius(), m.slotStart[i], m.slotSweep[i], color);
            }
        }
        if (m.slotSweep.length < 2) {
            return;
        }
        s.setStroke(2 * l.serverScale(), Cap.BUTT);
        double inner = l.ringRadius() - l.ringWidth() / 2 - 0.5;
        double outer = l.ringRadius() + l.ringWidth() / 2 + 0.5;
        for (double start : m.slotStart) {
            s.line(
                    l.cx() + inner * Math.sin(start),
                    l.cy() - inner * Math.cos(start),
                    l.cx() + outer * Math.sin(start),
                    l.cy() - outer * Math.cos(start),
                    f.color("stage"));
        }
    }

    /// Filled segments flow into the disc and are gone when the new model is there.
    private static void flow(Frame f, double t) {
        Surface s = f.surface();
        StageLayout l = f.layout();
        Moment m = f.moment();
        var reports = java.util.Objects.requireNonNull(m.reports);
        double outer = l.serverRadius() - 1;
        double inner = f.view().reducedMotion() ? 0 : outer * (1 - t);
        double strength = 0.55 * (t < 0.5 ? 2 * t : 2 - 2 * t);
        if (m.slotSweep.length > MOST_SEGMENTS) {
            s.setStroke(outer - inner, Cap.BUTT);
            int color = Theme.alpha(f.color("ink3"), strength);
            l.server().stroke(s, (outer + inner) / 2, color);
            return;
        }
        s.setStroke(outer - inner, Cap.BUTT);
        for (int i = 0; i < m.slotSweep.length; i++) {
            int mark = f.view().mark(reports.client()[i]);
            if (m.slotSweep[i] > 0) {
                s.arc(
                        l.cx(),
                        l.cy(),
                        (outer + inner) / 2,
                        m.slotStart[i],
                        m.slotSweep[i],
                        Theme.alpha(mark, strength));
            }
        }
    }

    private static void inside(Frame f) {
        Surface s = f.surface();
        StageLayout l = f.layout();
        double u = l.serverScale();
        double name = Math.max(12, (f.view().presenter() ? 14 : 12.5) * u);
        double room = 1.8 * l.serverRadius();
        while (name > SMALLEST && s.textWidth(f.text("stage.server"), bold(name)) > room) {
            name -= 0.5;
        }
        FontSpec nameFont = bold(name);
        double nameY = l.cy() + 24 * u;
        glyph(f, l.cx(), l.cy() - 16 * u, u);
        s.text(
                f.text("stage.server"),
                l.cx(),
                nameY,
                nameFont,
                f.color("ink"),
                Align.CENTER,
                Base.MIDDLE);
        MathText theta = MathText.of("θ_{" + f.view().playhead().globalVersion() + "}");
        double size = Math.max(17, 20 * u);
        double width = theta.width(s, size);
        theta.paint(s, l.cx() - width / 2, nameY + 0.5 * name + 0.8 * size, size, f.color("ink"));
    }

    /// A small drawing of the network with its true number of layers.
    private static void glyph(Frame f, double cx, double cy, double u) {
        Surface s = f.surface();
        List<Integer> sizes = new ArrayList<>();
        for (ParameterLayout.Block block : f.view().timeline().info().layout().blocks()) {
            if (!block.isBias()) {
                if (sizes.isEmpty()) {
                    sizes.add(block.columns());
                }
                sizes.add(block.rows());
            }
        }
        int layers = sizes.size();
        double gap = Math.min(36, 76.0 / Math.max(1, layers - 1)) * u;
        double left = cx - gap * (layers - 1) / 2;
        int ink = f.color("ink");
        s.setStroke(Math.max(0.8, u), Cap.BUTT);
        for (int i = 1; i < layers; i++) {
            for (int a = 0; a < dots(sizes, i - 1); a++) {
                for (int b = 0; b < dots(sizes, i); b++) {
                    s.line(
                            left + gap * (i - 1),
                            cy + offset(sizes, i - 1, a) * u,
                            left + gap * i,
                            cy + offset(sizes, i, b) * u,
                            Theme.alpha(ink, 0.32));
                }
            }
        }
        for (int i = 0; i < layers; i++) {
            for (int a = 0; a < dots(sizes, i); a++) {
                s.fillCircle(left + gap * i, cy + offset(sizes, i, a) * u, 2.9 * u, ink);
            }
        }
    }

    /// At most five dots stand for a layer.
    private static int dots(List<Integer> sizes, int layer) {
        int most = layer == 0 ? 5 : layer == sizes.size() - 1 ? 3 : 4;
        return Math.max(1, Math.min(most, sizes.get(layer)));
    }

    private static double offset(List<Integer> sizes, int layer, int dot) {
        return 12.0 * (dot - (dots(sizes, layer) - 1) / 2.0);
    }
}
