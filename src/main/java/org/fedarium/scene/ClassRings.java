package org.fedarium.scene;

import org.fedarium.scene.StageLayout.Detail;
import org.fedarium.scene.Surface.Cap;

import java.util.ArrayList;
import java.util.List;

/// The parts of clients' rings: which class each stands for, and the mark of the class that is
/// pointed at, anywhere in the window.
final class ClassRings {
    /// The part of all classes that have none of their own.
    static final int OTHERS = -1;

    private static final int MOST_CLASSES = 12;
    private static final int SHOWN_CLASSES = 8;

    private ClassRings() {}

    /// A part of a ring.
    ///
    /// @param label class, or [#OTHERS]
    /// @param from  radians from the top, clockwise
    /// @param sweep radians
    record Part(int label, double from, double sweep) {}

    /// The parts of one client's ring, from the top clockwise.
    ///
    /// @param counts   training examples by class
    /// @param examples their sum, at least 1
    static List<Part> parts(int[] counts, int examples) {
        boolean[] shown = shown(counts);
        List<Part> parts = new ArrayList<>();
        double at = 0;
        int other = examples;
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0 || !shown[c]) {
                continue;
            }
            double sweep = 2 * Math.PI * counts[c] / examples;
            parts.add(new Part(c, at, sweep));
            at += sweep;
            other -= counts[c];
        }
        if (other > 0) {
            parts.add(new Part(OTHERS, at, 2 * Math.PI * other / examples));
        }
        return parts;
    }

    /// All classes when there are few; else the client's largest, the rest is one grey part.
    private static boolean[] shown(int[] counts) {
        boolean[] shown = new boolean[counts.length];
        if (counts.length <= MOST_CLASSES) {
            java.util.Arrays.fill(shown, true);
            return shown;
        }
        for (int i = 0; i < SHOWN_CLASSES; i++) {
            int best = -1;
            for (int c = 0; c < counts.length; c++) {
                if (!shown[c] && (best < 0 || counts[c] > counts[best])) {
                    best = c;
                }
            }
            shown[best] = true;
        }
        return shown;
    }

    private static List<Part> of(Frame f, int client) {
        int[] counts = f.moment().segment.labelCounts()[client];
        int examples = f.moment().segment.examples()[client];
        boolean drawn = f.layout().detail() != Detail.FIELD && !f.view().showsDeciles();
        return drawn && counts.length > 1 && examples > 0 ? parts(counts, examples) : List.of();
    }

    /// The class whose part of a client's ring is at a point, or -1.
    static int classAt(Frame f, int client, double x, double y) {
        double dx = x - f.layout().x()[client];
        double dy = y - f.layout().y()[client];
        double away = f.radius(client) - Math.hypot(dx, dy);
        if (away < -2 || away > ClientNodePainter.ringWidth(f) + 1) {
            return OTHERS;
        }
        double angle = Math.atan2(dx, -dy);
        double turned = angle < 0 ? angle + 2 * Math.PI : angle;
        for (Part part : of(f, client)) {
            if (turned >= part.from && turned < part.from + part.sweep) {
                return part.label;
            }
        }
        return OTHERS;
    }

    /// Sets the parts of a class off: a line along their inner edge, closed at both ends.
    static void mark(Frame f, int label) {
        Surface s = f.surface();
        double width = ClientNodePainter.ringWidth(f);
        int ink = f.color("ink");
        for (int k = 0; k < f.layout().x().length; k++) {
            for (Part part : of(f, k)) {
                if (part.label != label) {
                    continue;
                }
                double x = f.layout().x()[k];
                double y = f.layout().y()[k];
                double inner = f.radius(k) - width - 1;
                s.setStroke(Math.max(1.6, 2.4 * f.unit()), Cap.BUTT);
                s.arc(x, y, inner, part.from, part.sweep, ink);
                for (double end : new double[] {part.from, part.from + part.sweep}) {
                    double sin = Math.sin(end);
                    double cos = Math.cos(end);
                    double outer = f.radius(k) + 0.5;
                    s.line(x + inner * sin, y - inner * cos, x + outer * sin, y - outer * cos, ink);
                }
            }
        }
    }
}
