package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.look.Numbers;
import org.fedarium.look.Theme;
import org.fedarium.scene.StageLayout.Detail;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.Surface.Cap;
import org.fedarium.simulation.ClientReports;

import java.util.ArrayList;
import java.util.List;

/// The words beside clients: how many samples, and what is going on.
final class CaptionPainter {
    private static final double OUTLINE = 7;

    private CaptionPainter() {}

    private record Line(String text, int color, int weight) {}

    static void paint(Frame f) {
        int n = f.layout().x().length;
        if (f.layout().captionLines() > 0 && f.layout().numbersOnly()) {
            for (int k = 0; k < n; k++) {
                number(f, k);
            }
        } else if (f.layout().captionLines() > 0) {
            stacks(f, n);
        }
        if (f.layout().numbersOnly() || f.layout().captionLines() == 0) {
            int hovered = f.view().hovered();
            boolean captions = f.layout().captionLines() > 0;
            label(f, hovered >= 0 || captions ? hovered : f.view().selected());
        }
    }

    /// The number of samples alone, on the outer side.
    private static void number(Frame f, int k) {
        double[] box = CaptionRoom.box(f.layout(), k);
        ClientState state = f.moment().state[k];
        boolean faint = state == ClientState.IDLE;
        int color = state == ClientState.LATE ? f.color("warn") : f.color(faint ? "ink3" : "ink2");
        f.surface()
                .text(
                        String.valueOf(f.moment().segment.examples()[k]),
                        (box[0] + box[2]) / 2,
                        (box[1] + box[3]) / 2,
                        f.caption(state == ClientState.LATE ? 600 : 400),
                        color,
                        Align.CENTER,
                        Base.MIDDLE);
    }

    private static void stacks(Frame f, int n) {
        List<List<Line>> lines = new ArrayList<>();
        double[][] boxes = new double[n][];
        for (int k = 0; k < n; k++) {
            lines.add(lines(f, k, f.layout().captionLines(), true));
            boxes[k] = box(f, k, lines.get(k));
        }
        double[] shift = CaptionSpread.shifts(boxes, discs(f, n), f.layout().width());
        for (int k = 0; k < n; k++) {
            stack(f, lines.get(k), f.layout().x()[k] + shift[k], boxes[k][1]);
        }
    }

    /// Clients with the outlines that they may have.
    private static double[][] discs(Frame f, int n) {
        double[][] discs = new double[n][];
        for (int k = 0; k < n; k++) {
            double radius = f.radius(k) + OUTLINE * f.unit();
            discs[k] = new double[] {f.layout().x()[k], f.layout().y()[k], radius};
        }
        return discs;
    }

    private static double lineHeight(Frame f) {
        return f.caption(400).size() * 4 / 3;
    }

    /// Where a client's words stand: left, top, right, bottom.
    private static double[] box(Frame f, int k, List<Line> lines) {
        double[] room = CaptionRoom.box(f.layout(), k);
        double tall = lines.size() * lineHeight(f);
        double slack = f.layout().nodeRadius() - f.radius(k);
        boolean above = f.layout().captionAbove(k);
        double top = above ? room[3] + slack - tall : room[1] - slack;
        ClientState state = f.moment().state[k];
        // Outlines (arc, dots, brackets) take the room next to the client.
        boolean outlined =
                switch (state) {
                    case SELECTED, TRAINING, LATE, REJECTED -> true;
                    default ->
                            HostilePainter.isHostile(f.moment(), k)
                                    || k == f.view().selected()
                                    || k == f.view().hovered();
                };
        double away = outlined ? Math.min(slack + 4, 6) * f.unit() + 2 : 0;
        top += above ? -away : away;
        double wide = 0;
        for (Line line : lines) {
            wide = Math.max(wide, f.surface().textWidth(line.text, f.caption(line.weight)));
        }
        double x = f.layout().x()[k];
        return new double[] {x - wide / 2, top, x + wide / 2, top + tall};
    }

    private static void stack(Frame f, List<Line> lines, double x, double top) {
        double height = lineHeight(f);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            FontSpec font = f.caption(line.weight);
            if (f.view().rhythm() == Rhythm.MIXING) {
                // Edges run under the words.
                double wide = f.surface().textWidth(line.text, font) + 6;
                int paper = Theme.alpha(f.color("stage"), 0.85);
                f.surface().fillRound(x - wide / 2, top + i * height, wide, height, 4, paper);
            }
            double y = top + (i + 0.5) * height;
            f.surface().text(line.text, x, y, font, line.color, Align.CENTER, Base.MIDDLE);
        }
    }

    private static List<Line> lines(Frame f, int k, int most, boolean withName) {
        List<Line> lines = new ArrayList<>();
        Moment m = f.moment();
        boolean idle = m.state[k] == ClientState.IDLE;
        int quiet = f.color(idle ? "ink3" : "ink2");
        String name = withName ? f.view().ownName(k) : "";
        lines.add(new Line(name.isEmpty() ? samples(f, k) : named(f, k, name), quiet, 400));
        Line now = now(f, k, quiet);
        if (now != null) {
            if (lines.size() >= most || m.state[k] == ClientState.EMPTY) {
                lines.clear();
            }
            lines.add(now);
        }
        return lines;
    }

    /// The client's own name, shortened to the room there is, and its number of samples.
    private static String named(Frame f, int k, String name) {
        int n = f.moment().segment.examples()[k];
        double x = f.layout().x()[k];
        double wide = CaptionRoom.width(f.layout()) * (f.view().clients() <= 6 ? 1.7 : 1.2);
        double room = Math.min(wide, 2 * Math.min(x, f.layout().width() - x) - 4);
        String text = f.text("stage.named", name, n);
        for (int end = name.length() - 1;
                end > 2 && f.surface().textWidth(text, f.caption(400)) > room;
                end--) {
            text = f.text("stage.named", name.substring(0, end).strip() + "…", n);
        }
        return text;
    }

    private static String samples(Frame f, int k) {
        int n = f.moment().segment.examples()[k];
        if (n == 0) {
            return f.text("stage.caption.empty");
        }
        return n == 1 ? f.text("stage.sample") : f.text("stage.samples", n);
    }

    private static @org.jspecify.annotations.Nullable Line now(Frame f, int k, int quiet) {
        Moment m = f.moment();
        int slot = m.slot[k];
        if (m.isApart(k)) {
            return new Line(f.text("stage.version.on", m.work.version(k)), quiet, 400);
        }
        return switch (m.state[k]) {
            case IDLE -> new Line(f.text("stage.caption.idle"), quiet, 400);
            case EMPTY -> new Line(f.text("stage.caption.empty"), quiet, 400);
            case TRAINING ->
                    new Line(
                            f.text("stage.caption.step", m.stepsDone(slot), steps(m, slot)),
                            quiet,
                            400);
            case LATE ->
                    new Line(
                            f.text("stage.caption.late", m.stepsDone(slot), steps(m, slot)),
                            f.color("warn"),
                            600);
            case DROPPED -> new Line(f.text("stage.caption.dropped"), f.color("bad"), 500);
            case REJECTED -> new Line(f.text("stage.caption.rejected"), f.color("bad"), 500);
            case CLIPPED ->
                    new Line(factor(f, slot, "stage.caption.clipped"), f.color("warn"), 500);
            case DOWN_WEIGHTED ->
                    new Line(factor(f, slot, "stage.caption.weighed"), f.color("warn"), 500);
            default -> age(f, slot, quiet);
        };
    }

    private static String factor(Frame f, int slot, String key) {
        ClientReports r = java.util.Objects.requireNonNull(f.moment().reports);
        double factor = r.factor()[slot];
        boolean share = key.endsWith("clipped");
        return f.text(key, share ? Numbers.percent(factor) : Numbers.shortText(factor));
    }

    /// How old an asynchronous client's update is.
    private static @org.jspecify.annotations.Nullable Line age(Frame f, int slot, int quiet) {
        var step = f.view().step();
        if (step == null || slot < 0 || f.view().rhythm() != Rhythm.VERSIONS) {
            return null;
        }
        return new Line(Staleness.words(f.view().texts(), Staleness.age(step, slot)), quiet, 600);
    }

    private static int steps(Moment m, int slot) {
        return java.util.Objects.requireNonNull(m.reports).steps()[slot];
    }

    /// A full caption on a small card, for a client that is pointed at or was clicked.
    private static void label(Frame f, int k) {
        if (k < 0 || k >= f.layout().x().length) {
            return;
        }
        Surface s = f.surface();
        String own = f.view().ownName(k);
        String id = own.isEmpty() ? f.text("stage.client", k + 1) : own;
        List<Line> lines = lines(f, k, 2, false);
        FontSpec bold = f.caption(600);
        double height = bold.size() * 4 / 3;
        double width = s.textWidth(id, bold);
        for (Line line : lines) {
            width = Math.max(width, s.textWidth(line.text, f.caption(line.weight)));
        }
        double w = width + 16;
        double h = (lines.size() + 1) * height + 8;
        double x = Math.max(2, Math.min(f.layout().width() - w - 2, f.layout().x()[k] - w / 2));
        double reach = f.radius(k) + (f.layout().detail() == Detail.FULL ? 12 : 9);
        double y = f.layout().y()[k] + reach;
        if (y + h > f.layout().height() - 2) {
            y = f.layout().y()[k] - reach - h;
        }
        s.fillRound(x, y, w, h, 6, f.color("surface"));
        s.setStroke(1, Cap.BUTT);
        s.strokeRound(x, y, w, h, 6, f.color("line2"));
        double at = y + 4 + height / 2;
        s.text(id, x + w / 2, at, bold, f.color("ink"), Align.CENTER, Base.MIDDLE);
        for (Line line : lines) {
            at += height;
            FontSpec font = f.caption(line.weight);
            s.text(line.text, x + w / 2, at, font, line.color, Align.CENTER, Base.MIDDLE);
        }
    }
}
