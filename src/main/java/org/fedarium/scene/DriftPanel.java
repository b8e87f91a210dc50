package org.fedarium.scene;

import org.fedarium.lab.DriftFrame;

import java.util.ArrayList;
import java.util.List;

/// One of the drawings that a drift map consists of: all of it, or the walks of the step through a
/// lens. Positions on the map become pixels.
///
/// @param range lowest x, highest x, lowest y, highest y on show
/// @param times how much larger than the whole map; 1 for the map itself
record DriftPanel(
        double left, double top, double width, double height, double[] range, double times) {
    /// Walks shorter than this share of the map are looked at through a lens.
    private static final double LENS = 0.25;
    private static final double GAP = 10;

    /// The map, and beside or below it a lens with the walks when they are small on it.
    static List<DriftPanel> of(PictureLook look, DriftView view) {
        DriftFrame frame = view.map().frame();
        double line = look.line();
        double[] place = {0.5, line + 0.5, look.width() - 1, look.height() - 2 * line - 1};
        DriftPanel all = whole(frame, place);
        double span = Math.min(all.range[1] - all.range[0], all.range[3] - all.range[2]);
        boolean small = frame.reach() > 0 && frame.reach() < LENS * span;
        List<DriftPanel> panels = new ArrayList<>();
        if (!small || frame.axes().isPlane()) {
            panels.add(all);
            return panels;
        }
        double[] second;
        if (place[2] > place[3]) {
            double side = Math.min(place[3], (place[2] - GAP) / 2);
            place[2] -= side + GAP;
            second = new double[] {place[0] + place[2] + GAP, place[1], side, place[3]};
        } else {
            double side = (place[3] - line - GAP) / 2;
            place[3] -= side + line + GAP;
            second = new double[] {place[0], place[1] + place[3] + line + GAP, place[2], side};
        }
        all = whole(frame, place);
        double[] path = view.map().global();
        double half =
                1.15 * frame.reach() / Math.min(1, Math.min(second[2], second[3]) / second[2]);
        double high = half * second[3] / second[2];
        double x = path[path.length - 2];
        double y = path[path.length - 1];
        double[] near = {x - half, x + half, y - high, y + high};
        double times = second[2] / (near[1] - near[0]) * (all.range[1] - all.range[0]) / place[2];
        panels.add(all);
        panels.add(new DriftPanel(second[0], second[1], second[2], second[3], near, times));
        return panels;
    }

    /// Distances look the same in all directions, except between two parameters of their own units.
    private static DriftPanel whole(DriftFrame frame, double[] place) {
        double[] box = frame.box().clone();
        double shape = place[2] / place[3];
        if (!frame.axes().isPlane()) {
            double wide = box[1] - box[0];
            double high = box[3] - box[2];
            double moreWide = Math.max(0, high * shape - wide) / 2;
            double moreHigh = Math.max(0, wide / shape - high) / 2;
            box[0] -= moreWide;
            box[1] += moreWide;
            box[2] -= moreHigh;
            box[3] += moreHigh;
        }
        return new DriftPanel(place[0], place[1], place[2], place[3], box, 1);
    }

    boolean isLens() {
        return times != 1;
    }

    double x(double value) {
        return left + (value - range[0]) / (range[1] - range[0]) * width;
    }

    double y(double value) {
        return top + (range[3] - value) / (range[3] - range[2]) * height;
    }

    /// True for a pixel inside.
    boolean holds(double x, double y) {
        return x >= left && x <= left + width && y >= top && y <= top + height;
    }
}
