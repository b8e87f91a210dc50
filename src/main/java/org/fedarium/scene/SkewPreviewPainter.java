package org.fedarium.scene;

import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

import java.util.Arrays;

/// How the labels lie with the clients: one stacked column per client, as tall as its number of
/// samples. Where clients outnumber pixels, neighbours share a column of their mean.
public final class SkewPreviewPainter {
    private static final int MOST_NUMBERED = 20;
    private static final double LEAST_PITCH = 2;
    private static final double LINE = 18;
    private static final FontSpec SMALL = FontSpec.sans(12, 400);
    private static final FontSpec STRONG = FontSpec.sans(12, 600);

    private SkewPreviewPainter() {}

    /// Draws the preview without its background.
    public static void paint(Surface s, SkewView view) {
        int clients = view.counts().length;
        if (clients == 0) {
            return;
        }
        Plan plan = Plan.of(view);
        int group = plan.group;
        double pitch = plan.pitch;
        double gap = plan.gap;
        double bottom = plan.bottom;
        boolean numbered = numbered(view);
        // Every number where they fit, else every second or third.
        int every = (int) Math.max(1, Math.ceil((clients < 10 ? 9 : 17) / pitch));
        for (int i = 0; i < plan.columns; i++) {
            boolean hovered = view.hovered() >= 0 && view.hovered() / group == i;
            double x = i * pitch + gap / 2;
            if (hovered) {
                double wide = Math.max(pitch, 5);
                double left =
                        Math.max(0, Math.min(view.width() - wide, x - (wide - pitch + gap) / 2));
                s.fillRound(left, 0, wide, view.height() - LINE, 4, view.theme().color("hover"));
            }
            column(s, view, mean(view, i * group, group), x, plan);
            if (numbered && (hovered || i % every == 0 && !near(view, i, every))) {
                s.text(
                        String.valueOf(i + 1),
                        i * pitch + pitch / 2,
                        bottom + (LINE - 2) / 2,
                        hovered ? STRONG : SMALL,
                        view.theme().color(hovered ? "accentInk" : "ink3"),
                        Align.CENTER,
                        Base.MIDDLE);
            }
        }
        SkewLegend.paint(s, view, view.height() - LINE / 2);
    }

    /// Where the columns stand.
    ///
    /// @param group clients that share a column
    /// @param most  examples of the tallest column
    private record Plan(
            int group, int columns, double pitch, double gap, double bottom, double most) {
        static Plan of(SkewView view) {
            int group = SkewPreviewPainter.group(view);
            int columns = (view.counts().length + group - 1) / group;
            double pitch = view.width() / columns;
            double gap = pitch >= 12 ? 4 : pitch >= 5 ? 1.5 : pitch >= 3 ? 0.6 : 0;
            double bottom = view.height() - LINE - (numbered(view) ? LINE - 2 : 4);
            double most = 1;
            for (int i = 0; i < columns; i++) {
                most = Math.max(most, Arrays.stream(mean(view, i * group, group)).sum());
            }
            return new Plan(group, columns, pitch, gap, bottom, most);
        }

        /// Pixels per example.
        double unit() {
            return (bottom - 2) / most;
        }
    }

    /// The class whose part of a column, or whose place in the legend, is at a point; -1 elsewhere,
    /// and where the parts are no classes.
    public static int classAt(Surface s, SkewView view, double x, double y) {
        int client = clientAt(view, x);
        if (client < 0 || view.classNames().isEmpty()) {
            return -1;
        }
        if (y >= view.height() - LINE) {
            return SkewLegend.classAt(s, view, x);
        }
        Plan plan = Plan.of(view);
        double[] parts = mean(view, client / plan.group * plan.group, plan.group);
        double top = plan.bottom;
        for (int c = 0; c < parts.length; c++) {
            double height = parts[c] * plan.unit();
            if (y < top && y >= top - height) {
                return c;
            }
            top -= height;
        }
        return -1;
    }

    /// The client whose column is at x, or -1.
    public static int clientAt(SkewView view, double x) {
        int clients = view.counts().length;
        if (clients == 0 || x < 0 || x >= view.width()) {
            return -1;
        }
        int group = group(view);
        int columns = (clients + group - 1) / group;
        int column = (int) (x * columns / view.width());
        return Math.min(clients - 1, column * group);
    }

    private static int group(SkewView view) {
        return (int) Math.max(1, Math.ceil(view.counts().length * LEAST_PITCH / view.width()));
    }

    private static boolean numbered(SkewView view) {
        int clients = view.counts().length;
        return clients <= MOST_NUMBERED && view.width() / clients >= 9;
    }

    /// True when a hovered neighbour's number needs the room.
    private static boolean near(SkewView view, int column, int every) {
        return every > 1
                && view.hovered() >= 0
                && view.hovered() != column
                && Math.abs(view.hovered() - column) < every;
    }

    private static double[] mean(SkewView view, int from, int group) {
        double[] mean = new double[view.counts()[from].length];
        int to = Math.min(view.counts().length, from + group);
        for (int k = from; k < to; k++) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += (double) view.counts()[k][c] / (to - from);
            }
        }
        return mean;
    }

    private static void column(Surface s, SkewView view, double[] parts, double x, Plan plan) {
        double width = plan.pitch - plan.gap;
        double y = plan.bottom;
        double sum = 0;
        for (int c = 0; c < parts.length; c++) {
            double height = parts[c] * plan.unit();
            sum += parts[c];
            if (height <= 0) {
                continue;
            }
            double shown = height > 2.5 && width > 4 ? height - 1 : height;
            int color =
                    parts.length == 1
                            ? view.theme().color("axis")
                            : view.theme().classColor(c, parts.length);
            s.fillRect(x, y - shown, width, shown, color);
            if (c == view.hoveredClass()) {
                frame(s, view, x, y - shown, width, shown);
            }
            y -= height;
        }
        if (sum == 0) {
            // An empty client is still there.
            s.fillRect(x, plan.bottom - 1, width, 1, view.theme().color("line2"));
        }
    }

    /// A frame around a part; beside a part too small for one, a bar.
    private static void frame(
            Surface s, SkewView view, double x, double y, double width, double height) {
        int ink = view.theme().color("ink");
        if (width < 5 || height < 4) {
            s.fillRect(x - 0.5, y, Math.max(2, width + 1), Math.max(2, height), ink);
            return;
        }
        s.setStroke(1.6, Surface.Cap.BUTT);
        s.strokeRound(x + 0.3, y + 0.3, width - 0.6, height - 0.6, 0, ink);
    }
}
