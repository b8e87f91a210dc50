package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout.Detail;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.Surface.Cap;

/// The line at the foot that says what rings, lines and widths mean. Items that do not fit are left
/// out from the right.
final class LegendPainter {
    private static final double SPACE = 20;

    private LegendPainter() {}

    static void paint(Frame f) {
        if (f.layout().footHeight() == 0) {
            return;
        }
        double y = f.layout().height() - f.layout().footHeight() / 2;
        double right = f.view().legendRight();
        boolean field = f.layout().detail() == Detail.FIELD;
        double x = 16;
        if (f.view().rhythm() == Rhythm.MIXING) {
            x = edges(f, x, y, right);
        }
        if (f.moment().segment.labelCounts()[0].length > 1) {
            String key = f.view().showsDeciles() ? "stage.legend.deciles" : "stage.legend.ring";
            x = rings(f, x, y, right, f.text(field ? "stage.legend.dot" : key));
        }
        x = LegendStates.paint(f, x, y, right);
        if (f.hasSpark()) {
            x = spark(f, x, y, right);
        }
        if (f.layout().numbersOnly() && f.layout().captionLines() > 0) {
            x = number(f, x, y, right);
        }
        norms(f, x, y, right);
    }

    private static double rings(Frame f, double x, double y, double right, String text) {
        if (!fits(f, x, 26, text, right)) {
            return x;
        }
        Surface s = f.surface();
        s.setStroke(4.5, Cap.BUTT);
        double[] shares = {0.12, 0.28, 0.34, 0.26};
        double at = 0;
        for (int i = 0; i < shares.length; i++) {
            int color = f.theme().classColor(3 * i, 10);
            s.arc(x + 9, y, 7, at, 2 * Math.PI * shares[i] - 0.12, color);
            at += 2 * Math.PI * shares[i];
        }
        return words(f, x + 26, y, text);
    }

    private static double spark(Frame f, double x, double y, double right) {
        String text = f.text("stage.legend.loss");
        if (!fits(f, x, 40, text, right)) {
            return x;
        }
        Surface s = f.surface();
        s.setStroke(2, Cap.ROUND);
        double[] xs = {x + 1, x + 6, x + 12, x + 20, x + 31};
        double[] ys = {y - 5, y + 1, y + 3, y + 4.4, y + 5};
        s.polyline(xs, ys, xs.length, f.color("ink2"));
        s.fillCircle(x + 31, y + 5, 2.5, f.color("ink2"));
        return words(f, x + 40, y, text);
    }

    private static double edges(Frame f, double x, double y, double right) {
        boolean drawn = f.view().links().edges().size() <= EdgePainter.MOST_EDGES;
        String text = f.text(drawn ? "stage.mixing.legend" : "stage.mixing.legendAll");
        if (!fits(f, x, drawn ? 26 : 0, text, right)) {
            return x;
        }
        if (drawn) {
            f.surface().setStroke(1.8, Cap.ROUND);
            f.surface().line(x + 1, y, x + 18, y, f.color("ghost"));
        }
        return words(f, drawn ? x + 26 : x, y, text);
    }

    private static double number(Frame f, double x, double y, double right) {
        String text = f.text("stage.legend.number");
        return fits(f, x, 0, text, right) ? words(f, x, y, text) : x;
    }

    private static void norms(Frame f, double x, double y, double right) {
        double most = f.view().recentNorm();
        if (f.view().rhythm() == Rhythm.MIXING
                || !(most > 0)
                || f.layout().detail() == Detail.FIELD) {
            return;
        }
        if (!norms(f, x, y, right, most, 0.5, 0.75, 1)) {
            norms(f, x, y, right, most, 0.5, 1);
        }
    }

    private static boolean norms(
            Frame f, double x, double y, double right, double most, double... shares) {
        Surface s = f.surface();
        FontSpec font = f.legend();
        String text = f.text("stage.legend.norm");
        String[] values = new String[shares.length];
        double needed = s.textWidth(text, font) - 2;
        for (int i = 0; i < shares.length; i++) {
            values[i] = Numbers.shortText(shares[i] * most);
            needed += 27 + width(f, shares[i]) + s.textWidth(values[i], font);
        }
        if (x + needed > right) {
            return false;
        }
        s.text(text, x, y, font, f.color("ink2"), Align.LEFT, Base.MIDDLE);
        double at = x + s.textWidth(text, font) + 8;
        for (int i = 0; i < shares.length; i++) {
            double width = width(f, shares[i]);
            s.setStroke(width, Cap.ROUND);
            s.line(at + width / 2, y, at + width / 2 + 11, y, f.color("axis"));
            at += width + 17;
            s.text(values[i], at, y, font, f.color("ink2"), Align.LEFT, Base.MIDDLE);
            at += s.textWidth(values[i], font) + 10;
        }
        return true;
    }

    private static double width(Frame f, double share) {
        return (2 + 8 * share) * LinkPainter.thickness(f);
    }

    private static boolean fits(Frame f, double x, double icon, String text, double right) {
        return x + icon + f.surface().textWidth(text, f.legend()) <= right;
    }

    private static double words(Frame f, double x, double y, String text) {
        FontSpec font = f.legend();
        f.surface().text(text, x, y, font, f.color("ink2"), Align.LEFT, Base.MIDDLE);
        return x + f.surface().textWidth(text, font) + SPACE;
    }
}
