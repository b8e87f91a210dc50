package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.Surface.Cap;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/// The terms of the average as chips that light up when they arrive: pending, arrived, late
/// (dashed) or left out (struck through). Above twelve, the five largest and one bar of all
/// weights. A rule that looks at all updates first gives no shares before it has done so.
final class TermRow {
    static final double HEIGHT = 26;
    private static final int MOST_CHIPS = 12;
    private static final int LARGEST = 5;
    private static final double LABEL_SPACE = 3;

    private TermRow() {}

    static void paint(
            Surface s,
            StageView view,
            Moment moment,
            double left,
            double right,
            double top,
            double type) {
        ClientReports r = Objects.requireNonNull(moment.reports);
        int[] slots =
                IntStream.range(0, r.size()).filter(i -> r.statusOf(i) != Status.EMPTY).toArray();
        double gap = 6;
        if (slots.length <= MOST_CHIPS && chipWidth(left, right, slots.length, gap) >= 44 * type) {
            double width = Math.min(76 * type, chipWidth(left, right, slots.length, gap));
            for (int i = 0; i < slots.length; i++) {
                chip(s, view, moment, slots[i], left + i * (width + gap), top, width, type);
            }
            return;
        }
        boolean shown = sharesShown(view);
        int[] largest =
                Arrays.stream(slots)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -share(shown, r, i)))
                        .limit(LARGEST)
                        .mapToInt(i -> i)
                        .sorted()
                        .toArray();
        double width = 58 * type;
        for (int slot : largest) {
            width = Math.max(width, labelWidth(s, view, r, slot, type) + 12 * type);
        }
        double x = left;
        for (int slot : largest) {
            chip(s, view, moment, slot, x, top, width, type);
            x += width + gap;
        }
        FontSpec font = FontSpec.sans(12 * type, 400);
        String more = view.texts().get("stage.formula.more", slots.length - largest.length);
        double middle = top + HEIGHT * type / 2;
        s.text(more, x + 4, middle, font, view.theme().color("ink3"), Align.LEFT, Base.MIDDLE);
        x += s.textWidth(more, font) + 16;
        bar(s, view, moment, slots, x, right, middle - 6 * type, 12 * type);
    }

    private static boolean sharesShown(StageView view) {
        return view.playhead().phase() != Phase.UPLOAD
                || RoundSettings.of(view).sharesKnownOnArrival();
    }

    private static double share(boolean shown, ClientReports r, int slot) {
        return shown ? r.weight()[slot] : 1.0 / r.size();
    }

    /// The share of the aggregate, times the factor for age where updates are of many ages.
    private static double weight(StageView view, ClientReports r, int slot) {
        var step = view.step();
        boolean aged = view.rhythm() == Rhythm.VERSIONS && step != null;
        return r.weight()[slot] * (aged ? Staleness.of(view, step).factor(slot) : 1);
    }

    /// What enters an asynchronous combination: the client's model, or its update.
    private static String agedSymbol(StageView view, RoundSettings settings) {
        var step = view.step();
        boolean towards = step != null && Staleness.of(view, step).rule().towards();
        return towards ? "y" : settings.formulas().symbol();
    }

    private static double chipWidth(double left, double right, int count, double gap) {
        return count == 0 ? 0 : (right - left + gap) / count - gap;
    }

    private static void chip(
            Surface s,
            StageView view,
            Moment moment,
            int slot,
            double x,
            double y,
            double width,
            double type) {
        ClientReports r = Objects.requireNonNull(moment.reports);
        Theme theme = view.theme();
        int client = r.client()[slot];
        double height = HEIGHT * type;
        Status status = r.statusOf(slot);
        boolean missing = status == Status.LATE || status == Status.DROPPED;
        boolean struck = moment.state[client] == ClientState.REJECTED;
        boolean arrived = moment.slotFilled[slot] >= 1 && !struck && !missing;
        int mark = view.mark(client);
        if (missing) {
            s.setStroke(1, Cap.BUTT, 3, 3);
            s.strokeRound(x + 0.5, y + 0.5, width - 1, height - 1, 6, theme.color("line2"));
        } else if (arrived) {
            s.fillRound(x, y, width, height, 6, mark);
            int tint = Theme.mix(theme.color("surface"), mark, 0.14);
            s.fillRound(x, y, width, height - 3, 6, tint);
            s.fillRect(x, y + height - 9, width, 6, tint);
        } else {
            s.fillRound(x, y, width, height, 6, theme.color("sunken"));
        }
        int ink = theme.color(arrived ? "ink" : "ink3");
        label(s, view, r, slot, x + width / 2, y + height / 2, type, ink);
        if (struck) {
            s.setStroke(1.5, Cap.BUTT);
            s.line(x + 6, y + height / 2, x + width - 6, y + height / 2, theme.color("bad"));
        }
    }

    private static void label(
            Surface s,
            StageView view,
            ClientReports r,
            int slot,
            double cx,
            double cy,
            double type,
            int ink) {
        MathText term = term(view, r, slot);
        String weight = weightText(view, r, slot);
        FontSpec font = FontSpec.sans(12.5 * type, 600);
        double size = 15 * type;
        double x = cx - labelWidth(s, view, r, slot, type) / 2;
        if (!weight.isEmpty()) {
            s.text(weight, x, cy, font, ink, Align.LEFT, Base.MIDDLE);
            x += s.textWidth(weight, font) + LABEL_SPACE;
        }
        term.paint(s, x, cy + 0.3 * size, size, ink);
    }

    private static double labelWidth(
            Surface s, StageView view, ClientReports r, int slot, double type) {
        String weight = weightText(view, r, slot);
        double before =
                weight.isEmpty()
                        ? 0
                        : s.textWidth(weight, FontSpec.sans(12.5 * type, 600)) + LABEL_SPACE;
        return before + term(view, r, slot).width(s, 15 * type);
    }

    private static MathText term(StageView view, ClientReports r, int slot) {
        RoundSettings settings = RoundSettings.of(view);
        boolean aged = view.rhythm() == Rhythm.VERSIONS;
        String symbol = aged ? agedSymbol(view, settings) : settings.sentSymbol();
        return MathText.of(symbol + "_{" + (r.client()[slot] + 1) + "}");
    }

    private static String weightText(StageView view, ClientReports r, int slot) {
        boolean counts = sharesShown(view) && r.weight()[slot] > 0;
        return counts ? weight(weight(view, r, slot)) : "";
    }

    /// `.07`; three places for very small shares.
    static String weight(double share) {
        if (share >= 0.9995) {
            return "1";
        }
        String text = String.format(Locale.ROOT, share < 0.01 ? "%.3f" : "%.2f", share);
        return text.startsWith("0") ? text.substring(1) : text;
    }

    private static void bar(
            Surface s,
            StageView view,
            Moment moment,
            int[] slots,
            double left,
            double right,
            double y,
            double height) {
        ClientReports r = Objects.requireNonNull(moment.reports);
        Theme theme = view.theme();
        double width = right - left;
        if (width < 20) {
            return;
        }
        s.fillRect(left, y, width, height, theme.color("sunken"));
        boolean known = sharesShown(view);
        boolean cuts = width / slots.length > 4;
        double at = left;
        for (int slot : slots) {
            double part = width * share(known, r, slot);
            int mark = view.mark(r.client()[slot]);
            int pending = Theme.mix(theme.color("sunken"), mark, 0.25);
            int color = Theme.mix(pending, mark, moment.slotFilled[slot]);
            double shown = cuts ? Math.max(0.5, part - 1) : part;
            if (part > 0) {
                s.fillRect(at, y, shown, height, color);
            }
            at += part;
        }
    }
}
