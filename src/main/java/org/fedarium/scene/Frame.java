package org.fedarium.scene;

import org.fedarium.look.Theme;

/// One repaint: what every small painter needs, and the sizes of type.
record Frame(Surface surface, StageView view, StageLayout layout, Moment moment) {
    private static final double LARGEST_LEGEND = 13.0 / 12;

    Theme theme() {
        return view.theme();
    }

    int color(String token) {
        return view.theme().color(token);
    }

    String text(String key, Object... arguments) {
        return view.texts().get(key, arguments);
    }

    double radius(int client) {
        return layout.radius(moment.segment.examples()[client], moment.mostExamples);
    }

    /// Size of thin things (lines, badges) relative to a full client at scale 1.
    double unit() {
        return layout.nodeRadius() / StageLayout.FULL_RADIUS;
    }

    FontSpec caption(int weight) {
        double size = 12 * layout.size().captionScale();
        return FontSpec.sans(size, weight);
    }

    /// The line at the foot: hardly larger than the sentence below it, however large the stage.
    FontSpec legend() {
        double scale = layout.size().captionScale();
        return FontSpec.sans(12 * Math.min(LARGEST_LEGEND, scale), 400);
    }

    FontSpec id() {
        double share = layout.detail() == StageLayout.Detail.FULL ? 15.0 / 40 : 0.5;
        return FontSpec.sans(Math.max(12, share * layout.nodeRadius()), 700);
    }

    /// `C7`; `7` where there is little room; empty where there is none.
    String idText(int client) {
        double room = 2 * (layout.nodeRadius() * 0.8 - ClientNodePainter.ringWidth(this)) - 2;
        String longest = "0".repeat(String.valueOf(view.clients()).length());
        if (surface.textWidth("C" + longest, id()) <= room) {
            return "C" + (client + 1);
        }
        return surface.textWidth(longest, id()) <= room ? String.valueOf(client + 1) : "";
    }

    boolean hasSpark() {
        return layout.nodeRadius() >= 24;
    }
}
