package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.simulation.StepRecord;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which part of the virtual clock the time-line shows, and which clients.
///
/// @param steps     the last few steps up to the playhead's, oldest first
/// @param rows      clients from top to bottom; all, or where they do not fit those of the steps
/// @param rowHeight pixels
/// @param from      virtual seconds at the left edge
/// @param to        virtual seconds at the right edge: the end of the playhead's step
/// @param now       virtual seconds at the playhead
/// @param left      pixels
/// @param right     pixels
/// @param top       pixels
record GanttWindow(
        List<StepRecord> steps,
        int[] rows,
        double rowHeight,
        double from,
        double to,
        double now,
        double left,
        double right,
        double top) {
    private static final double LEAST_ROW = 15;
    private static final double MOST_ROW = 34;
    private static final double FOOT = 46;

    static GanttWindow of(StageView view) {
        int last = Math.min(view.playhead().round(), view.timeline().lastRound());
        int count = view.rhythm() == Rhythm.VERSIONS ? 12 : 3;
        List<StepRecord> steps = new ArrayList<>();
        for (int r = Math.max(1, last - count + 1); r <= last; r++) {
            steps.add(view.timeline().step(r));
        }
        double room = Math.max(LEAST_ROW, view.height() - GanttPainter.head() - FOOT);
        int most = Math.max(1, (int) (room / LEAST_ROW));
        int[] rows = rows(view, steps, most);
        double height = Math.min(MOST_ROW, room / Math.max(1, rows.length));
        double from = steps.isEmpty() ? 0 : steps.getFirst().start();
        double to = steps.isEmpty() ? 1 : Math.max(from + 1e-9, steps.getLast().end());
        double now = steps.isEmpty() ? from : AtWork.now(view, steps.getLast());
        return new GanttWindow(
                steps,
                rows,
                height,
                from,
                to,
                now,
                GanttPainter.left(),
                view.width() - GanttPainter.pad(),
                GanttPainter.head());
    }

    private static int[] rows(StageView view, List<StepRecord> steps, int most) {
        int n = view.clients();
        if (n <= most) {
            return java.util.stream.IntStream.range(0, n).toArray();
        }
        Set<Integer> chosen = new LinkedHashSet<>();
        if (view.selected() >= 0) {
            chosen.add(view.selected());
        }
        for (StepRecord step : steps.reversed()) {
            add(chosen, step.reports().client(), most);
            add(chosen, step.underWay().client(), most);
        }
        return chosen.stream().mapToInt(i -> i).sorted().toArray();
    }

    private static void add(Set<Integer> chosen, int[] clients, int most) {
        for (int client : clients) {
            if (chosen.size() < most) {
                chosen.add(client);
            }
        }
    }

    int rowOf(int client) {
        if (rows.length > client && rows[client] == client) {
            return client;
        }
        return Math.max(-1, java.util.Arrays.binarySearch(rows, client));
    }

    /// The x of a time; what lies outside the window is drawn at its edge.
    double x(double seconds) {
        return left + (right - left) * Easing.clamp((seconds - from) / (to - from));
    }

    /// The y of a row's middle.
    double middle(int row) {
        return top + (row + 0.5) * rowHeight;
    }

    /// Height of the bar of a training.
    double barHeight() {
        return Math.max(4, Math.min(18, 0.6 * rowHeight));
    }

    double bottom() {
        return top + rows.length * rowHeight;
    }
}
