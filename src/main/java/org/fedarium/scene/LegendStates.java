package org.fedarium.scene;

import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

import java.util.LinkedHashMap;
import java.util.Map;

/// The part of the legend that explains what went wrong in the step on show, and nothing else: one
/// badge per kind of trouble.
final class LegendStates {
    private static final double SPACE = 16;

    private LegendStates() {}

    /// The kinds of trouble, by the last part of their text's key; null stands for hostile.
    private static Map<String, ClientState> kinds() {
        Map<String, ClientState> kinds = new LinkedHashMap<>();
        kinds.put("late", ClientState.LATE);
        kinds.put("dropped", ClientState.DROPPED);
        kinds.put("rejected", ClientState.REJECTED);
        kinds.put("clipped", ClientState.CLIPPED);
        kinds.put("weighed", ClientState.DOWN_WEIGHTED);
        return kinds;
    }

    /// Draws from x on; returns the x behind it.
    static double paint(Frame f, double x, double y, double right) {
        double at = x;
        Moment m = f.moment();
        boolean hostile = false;
        for (int k = 0; k < m.state.length; k++) {
            hostile |= HostilePainter.isHostile(m, k);
        }
        if (hostile && fits(f, at, right, "hostile")) {
            f.surface().setStroke(1.4, Surface.Cap.ROUND);
            HostilePainter.burst(f.surface(), at + 8, y, 5, 8, 12, f.color("bad"));
            at = words(f, at, y, "hostile");
        }
        for (var kind : kinds().entrySet()) {
            boolean seen = false;
            for (ClientState state : m.state) {
                seen |= state == kind.getValue();
            }
            if (seen && fits(f, at, right, kind.getKey())) {
                BadgePainter.badge(f, 0, at + 8, y, 8, kind.getValue());
                at = words(f, at, y, kind.getKey());
            }
        }
        return at;
    }

    private static boolean fits(Frame f, double x, double right, String kind) {
        String text = f.text("stage.legend." + kind);
        return x + 22 + f.surface().textWidth(text, f.legend()) <= right;
    }

    private static double words(Frame f, double x, double y, String kind) {
        String text = f.text("stage.legend." + kind);
        FontSpec font = f.legend();
        f.surface().text(text, x + 22, y, font, f.color("ink2"), Align.LEFT, Base.MIDDLE);
        return x + 22 + f.surface().textWidth(text, font) + SPACE;
    }
}
