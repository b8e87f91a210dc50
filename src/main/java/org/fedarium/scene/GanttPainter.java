package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.look.Numbers;
import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.Surface.Cap;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.StepRecord;
import org.fedarium.simulation.UnderWay;

import java.util.List;

/// The time-line form of the stage: a row per client, and on the virtual clock its downloads,
/// training and uploads of the last few steps up to the playhead. Work that was in vain is hatched;
/// a step's end and a deadline are lines. A pure function of the [StageView].
public final class GanttPainter {
    private static final double NAME = 56;
    private static final double PAD = 16;
    private static final double HEAD = 30;
    private static final double HATCH = 5;

    private GanttPainter() {}

    /// Draws into the view's whole size, without background.
    public static void paint(Surface s, StageView view) {
        GanttWindow window = GanttWindow.of(view);
        int[] rows = window.rows();
        for (int i = 0; i < rows.length; i++) {
            row(s, view, window, i, rows[i]);
        }
        if (window.steps().isEmpty()) {
            return;
        }
        s.save();
        s.clip(window.left(), 0, window.right() - window.left() + 1, view.height());
        for (StepRecord step : window.steps()) {
            ClientReports r = step.reports();
            for (int slot = 0; slot < r.size(); slot++) {
                int at = window.rowOf(r.client()[slot]);
                if (at >= 0 && r.statusOf(slot) != Status.EMPTY) {
                    bar(s, view, window, step, slot, at);
                }
            }
        }
        unfinished(s, view, window);
        s.restore();
        marks(s, view, window);
        legend(s, view, window);
    }

    /// The client whose row is at a point, or -1.
    public static int hit(StageView view, double y) {
        GanttWindow window = GanttWindow.of(view);
        int at = (int) Math.floor((y - window.top()) / window.rowHeight());
        return at >= 0 && at < window.rows().length ? window.rows()[at] : -1;
    }

    private static void row(Surface s, StageView view, GanttWindow w, int at, int client) {
        double y = w.top() + at * w.rowHeight();
        boolean chosen = client == view.selected() || client == view.hovered();
        if (chosen) {
            int soft = view.theme().color("accentSoft");
            s.fillRound(PAD / 2, y, view.width() - PAD, w.rowHeight(), 4, soft);
        }
        double middle = y + w.rowHeight() / 2;
        s.setStroke(1, Cap.BUTT);
        s.line(w.left(), middle, w.right(), middle, view.theme().color("grid"));
        FontSpec font = FontSpec.sans(12, chosen ? 700 : 500);
        String name = "C" + (client + 1);
        int ink = view.markText(client);
        s.text(name, PAD, middle, font, ink, Align.LEFT, Base.MIDDLE);
    }

    /// The bars of those who are still at work, up to the playhead.
    private static void unfinished(Surface s, StageView view, GanttWindow w) {
        UnderWay work = w.steps().getLast().underWay();
        Theme theme = view.theme();
        for (int i = 0; i < work.size(); i++) {
            int at = w.rowOf(work.client()[i]);
            if (at < 0 || work.begin()[i] > w.now()) {
                continue;
            }
            double y = w.middle(at);
            double tall = w.barHeight();
            double down = work.downloadEnd()[i];
            double trained = work.trainEnd()[i];
            int mark = view.mark(work.client()[i]);
            int light = Theme.mix(theme.color("stage"), mark, 0.5);
            download(s, w, work.begin()[i], down, y, theme);
            block(s, w, down, Math.min(w.now(), trained), y, tall, mark);
            block(s, w, trained, Math.min(w.now(), work.uploadEnd()[i]), y, tall * 0.5, light);
        }
    }

    private static void download(
            Surface s, GanttWindow w, double from, double to, double y, Theme theme) {
        block(s, w, from, Math.min(w.now(), to), y, w.barHeight() * 0.3, theme.color("ink3"));
    }

    private static void bar(
            Surface s, StageView view, GanttWindow w, StepRecord step, int slot, int at) {
        ClientReports r = step.reports();
        double now = w.now();
        double y = w.middle(at);
        double tall = w.barHeight();
        int mark = view.mark(r.client()[slot]);
        boolean vain = !r.arrives(slot);
        double down = r.downloadEnd()[slot];
        double trained = r.trainEnd()[slot];
        double end = vain ? trained : r.uploadEnd()[slot];
        Theme theme = view.theme();
        download(s, w, r.begin()[slot], down, y, theme);
        int body = vain ? Theme.mix(theme.color("stage"), mark, 0.25) : mark;
        block(s, w, down, Math.min(now, trained), y, tall, body);
        if (vain) {
            boolean late = r.statusOf(slot) == Status.LATE;
            int line = theme.color(late ? "warn" : "bad");
            hatch(s, w, down, Math.min(now, trained), y, tall, line);
            if (!late && trained <= now && trained > w.from()) {
                cross(s, w.x(trained), y, 0.32 * tall, line);
            }
        } else {
            int light = Theme.mix(theme.color("stage"), mark, 0.5);
            block(s, w, trained, Math.min(now, end), y, tall * 0.5, light);
            if (r.statusOf(slot) == Status.REJECTED && end <= now && end > w.from()) {
                cross(s, w.x(end), y, 0.32 * tall, theme.color("bad"));
            }
        }
        if (r.isHostile(slot)) {
            s.setStroke(1.5, Cap.BUTT, 2, 2);
            double from = w.x(Math.min(now, down));
            double to = w.x(Math.min(now, trained));
            if (to - from > 2) {
                int bad = theme.color("bad");
                s.strokeRound(from - 1, y - tall / 2 - 2, to - from + 2, tall + 4, 3, bad);
            }
        }
    }

    private static void block(
            Surface s, GanttWindow w, double from, double to, double y, double tall, int color) {
        double x = w.x(from);
        double width = w.x(to) - x;
        if (width > 0) {
            s.fillRect(x, y - tall / 2, Math.max(1, width), tall, color);
        }
    }

    private static void hatch(
            Surface s, GanttWindow w, double from, double to, double y, double tall, int color) {
        double right = w.x(to);
        s.setStroke(1.2, Cap.BUTT);
        for (double x = w.x(from); x + tall / 2 <= right; x += HATCH) {
            s.line(x, y + tall / 2, x + tall / 2, y - tall / 2, color);
        }
        if (right > w.x(from)) {
            s.strokeRound(w.x(from), y - tall / 2, right - w.x(from), tall, 2, color);
        }
    }

    private static void cross(Surface s, double x, double y, double r, int color) {
        s.setStroke(2, Cap.ROUND);
        s.line(x - r, y - r, x + r, y + r, color);
        s.line(x - r, y + r, x + r, y - r, color);
    }

    /// Ends of steps, the deadline, and the present.
    private static void marks(Surface s, StageView view, GanttWindow w) {
        Theme theme = view.theme();
        FontSpec font = FontSpec.sans(12, 500);
        double bottom = w.bottom();
        double free = w.left();
        for (StepRecord step : w.steps()) {
            if (step.end() > w.now() + 1e-12 || step.end() < w.from()) {
                continue;
            }
            double x = w.x(step.end());
            s.setStroke(1, Cap.BUTT);
            s.line(x, w.top() - 4, x, bottom, theme.color("axis"));
            String text = view.texts().get("stage.gantt.step", step.round());
            double half = s.textWidth(text, font) / 2;
            double middle = Math.min(x, w.right() - half);
            if (middle - half > free) {
                int ink = theme.color("ink2");
                s.text(text, middle, w.top() - 14, font, ink, Align.CENTER, Base.MIDDLE);
                free = middle + half + 8;
            }
        }
        double deadline = What.deadline(view);
        StepRecord last = w.steps().getLast();
        double due = last.start() + deadline;
        if (deadline > 0 && view.rhythm() == Rhythm.ROUNDS && due <= w.to() + 1e-9) {
            s.setStroke(1.8, Cap.BUTT, 6, 4);
            s.line(w.x(due), w.top(), w.x(due), bottom, theme.color("warn"));
            String text = view.texts().get("stage.gantt.deadline");
            int warn = theme.color("warn");
            s.text(text, w.x(due) - 4, bottom - 8, font, warn, Align.RIGHT, Base.MIDDLE);
        }
        s.setStroke(2, Cap.BUTT);
        s.line(w.x(w.now()), w.top() - 4, w.x(w.now()), bottom + 4, theme.color("accent"));
        String from = Numbers.seconds(w.from());
        String to = Numbers.seconds(w.to());
        int ink = theme.color("ink3");
        s.text(from, w.left(), bottom + 14, font, ink, Align.LEFT, Base.MIDDLE);
        s.text(to, w.right(), bottom + 14, font, ink, Align.RIGHT, Base.MIDDLE);
    }

    private static void legend(Surface s, StageView view, GanttWindow w) {
        Theme theme = view.theme();
        double y = view.height() - 12;
        double x = PAD;
        int color = theme.color("ink3");
        FontSpec font = FontSpec.sans(12, 400);
        List<String> keys = List.of("download", "train", "upload", "lost");
        double[] tall = {4, 12, 7, 12};
        for (int i = 0; i < keys.size(); i++) {
            String text = view.texts().get("stage.gantt." + keys.get(i));
            double width = s.textWidth(text, font);
            if (x + 28 + width > view.width() - PAD) {
                return;
            }
            int fill = i == 3 ? theme.color("sunken") : i == 2 ? theme.color("ghost") : color;
            s.fillRect(x, y - tall[i] / 2, 20, tall[i], fill);
            if (i == 3) {
                s.setStroke(1.2, Cap.BUTT);
                for (double at = x; at + 6 <= x + 20; at += HATCH) {
                    s.line(at, y + 6, at + 6, y - 6, theme.color("warn"));
                }
            }
            int ink = theme.color("ink2");
            s.text(text, x + 26, y, font, ink, Align.LEFT, Base.MIDDLE);
            x += 26 + width + 16;
        }
        if (w.rows().length < view.clients()) {
            String more = view.texts().get("stage.gantt.more", w.rows().length, view.clients());
            if (x + s.textWidth(more, font) <= view.width() - PAD) {
                int ink = theme.color("ink3");
                s.text(more, x, y, font, ink, Align.LEFT, Base.MIDDLE);
            }
        }
    }

    static double left() {
        return PAD + NAME;
    }

    static double head() {
        return HEAD;
    }

    static double pad() {
        return PAD;
    }
}
