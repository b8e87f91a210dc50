package org.fedarium.scene;

import org.fedarium.look.Numbers;
import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

/// A confusion matrix: a row per true class, a column per predicted one, coloured by the share of
/// the true class; recall at the right, precision below. Cells without any example are blank, so
/// that errors stand out.
public final class ConfusionPainter {
    private static final double GAP = 6;
    private static final double MOST_WIDE = 220;
    private static final double MOST_HIGH = 150;

    private final Surface s;
    private final PictureLook look;
    private final ConfusionView view;
    private final Layout layout;

    private ConfusionPainter(Surface s, PictureLook look, ConfusionView view) {
        this.s = s;
        this.look = look;
        this.view = view;
        this.layout = Layout.of(look, view);
    }

    /// @param numbered columns carry numbers, which the rows explain, as names do not fit
    /// @param names    width of the rows' names
    /// @param edge     width of the column of recalls
    private record Layout(HeatGrid grid, boolean numbered, double names, double edge) {
        static Layout of(PictureLook look, ConfusionView view) {
            int n = view.classes();
            double line = look.line();
            double longest = 0;
            for (int c = 0; c < n; c++) {
                longest = Math.max(longest, look.estimate(view.name(c)));
            }
            double top = 3 * line + 4;
            double room = look.height() - top - line - GAP;
            double least = look.estimate(look.texts().get("plot.confusion.precision"));
            double edge = (room / n >= look.scale() * 13 ? 34 : 14) * look.scale();
            Layout layout = null;
            for (boolean numbered : new boolean[] {false, true}) {
                double wanted = longest + (numbered ? look.estimate(n + "  ") : 0);
                double names = Math.max(least, Math.min(wanted, 0.28 * look.width()) + line) - line;
                double left = line + names + GAP;
                double wide =
                        Math.min((look.width() - left - GAP - edge) / n, MOST_WIDE * look.scale());
                double high = Math.min(room / n, MOST_HIGH * look.scale());
                wide = Math.max(1, Math.min(wide, 2.6 * high));
                high = Math.max(1, Math.min(high, 1.2 * wide));
                layout =
                        new Layout(
                                new HeatGrid(left, top, n, n, wide, high), numbered, names, edge);
                if (longest + 5 <= wide || wide >= 44 * look.scale()) {
                    return layout;
                }
            }
            return java.util.Objects.requireNonNull(layout);
        }
    }

    /// Draws without a background.
    public static void paint(Surface s, PictureLook look, ConfusionView view) {
        if (view.isEmpty()) {
            look.sentence(s, look.texts().get("plot.confusion.none"));
            return;
        }
        new ConfusionPainter(s, look, view).paint();
    }

    /// The classes of the cell at a point; beside a row or above or below a column, its class.
    public static ClassPair classesAt(PictureLook look, ConfusionView view, double x, double y) {
        if (view.isEmpty()) {
            return ClassPair.NONE;
        }
        HeatGrid grid = Layout.of(look, view).grid();
        int row = grid.rowAt(y);
        int column = grid.columnAt(x);
        return row >= 0 && column >= 0
                ? new ClassPair(row, column)
                : ClassPair.of(Math.max(row, column));
    }

    private void paint() {
        title();
        axes();
        HeatGrid grid = layout.grid();
        int n = view.classes();
        int[] colors = new int[n * n];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = color(view.counts()[i] == 0 ? Double.NaN : view.share(i / n, i % n));
        }
        grid.fill(s, colors);
        for (int i = 0; i < colors.length; i++) {
            if (view.counts()[i] > 0) {
                number(i / n, i % n, colors[i]);
            }
        }
        for (int c = 0; c < n; c++) {
            double y = grid.y(c);
            edge(grid.right() + GAP, y, layout.edge(), grid.high(), view.recall(c));
            double below = grid.bottom() + GAP;
            edge(grid.x(c), below, grid.wide(), look.line(), view.precision(c));
        }
        if (!view.pointed().isNone()) {
            int row = view.pointed().truth();
            int column = view.pointed().predicted();
            grid.outline(s, look, row, 0, 1, n, 1);
            grid.outline(s, look, 0, column, n, 1, 1);
            grid.outline(s, look, row, column, 1, 1, 2);
        }
    }

    /// The colour of a share; blank for none.
    private int color(double share) {
        return Double.isNaN(share) ? look.color("sunken") : ramp(share);
    }

    /// On paper the full share is dark: a white cell would be no cell.
    private int ramp(double share) {
        return look.theme().viridis(look.theme() == Theme.PRINT ? 1 - share : share);
    }

    private void title() {
        double y = look.line() / 2;
        String end = look.texts().get("plot.confusion.legend");
        double bar = 40 * look.scale();
        double right = look.width() - 2;
        double words = s.textWidth(end, look.small());
        String all =
                look.texts()
                        .get(
                                "plot.confusion.title",
                                Numbers.percent(view.accuracy()),
                                view.right(),
                                view.total());
        double zero = s.textWidth("0", look.small()) + 4;
        double left = right - words - 4 - bar;
        if (s.textWidth(all, look.strong()) + 2 * GAP < left - zero) {
            int[] ramp = new int[33];
            for (int i = 0; i < ramp.length; i++) {
                ramp[i] = ramp(i / 32.0);
            }
            int ink = look.color("ink3");
            s.text(end, right, y, look.small(), ink, Align.RIGHT, Base.MIDDLE);
            s.image(ramp, ramp.length, 1, left, y - 5, bar, 10, false);
            s.text("0", left - 4, y, look.small(), ink, Align.RIGHT, Base.MIDDLE);
        }
        String text = look.fitted(s, all, look.strong(), look.width());
        s.text(text, 0, y, look.strong(), look.color("ink"), Align.LEFT, Base.MIDDLE);
    }

    private void axes() {
        HeatGrid grid = layout.grid();
        double line = look.line();
        int ink = look.color("ink3");
        double head = grid.top() - line / 2 - 2;
        text(look.texts().get("plot.confusion.predicted"), grid.left(), head - line, Align.LEFT);
        String recall = look.texts().get("plot.confusion.recall");
        boolean narrow = layout.edge() < s.textWidth(recall, look.small());
        double end = grid.right() + GAP + layout.edge();
        text(recall, end, narrow ? head - line : head, Align.RIGHT);
        double below = grid.bottom() + GAP + line / 2;
        String precision = look.texts().get("plot.confusion.precision");
        text(precision, grid.left() - GAP, below, Align.RIGHT);
        s.save();
        s.translate(line / 2 - 1, (grid.top() + grid.bottom()) / 2);
        s.rotate(-Math.PI / 2);
        String truth = look.texts().get("plot.confusion.true");
        double room = grid.bottom() - grid.top();
        String cut = look.fitted(s, truth, look.small(), Math.max(room, 4 * line));
        s.text(cut, 0, 0, look.small(), ink, Align.CENTER, Base.MIDDLE);
        s.restore();
        int n = view.classes();
        int everyRow = HeatGrid.every(12 * look.scale(), grid.high());
        double widest = s.textWidth(String.valueOf(n), look.small()) + 3;
        int everyColumn = layout.numbered() ? HeatGrid.every(widest, grid.wide()) : 1;
        for (int c = 0; c < n; c++) {
            if (c % everyRow == 0) {
                String name = (layout.numbered() ? c + 1 + "  " : "") + view.name(c);
                String fitted = look.fitted(s, name, look.small(), layout.names());
                double y = grid.y(c) + grid.high() / 2;
                label(fitted, grid.left() - GAP, y, Align.RIGHT, c == pointed(true));
            }
            if (c % everyColumn == 0) {
                String name = layout.numbered() ? String.valueOf(c + 1) : view.name(c);
                String fitted = look.fitted(s, name, look.small(), Math.max(widest, grid.wide()));
                double x = grid.x(c) + grid.wide() / 2;
                label(fitted, x, head, Align.CENTER, c == pointed(false));
            }
        }
    }

    private int pointed(boolean row) {
        return row ? view.pointed().truth() : view.pointed().predicted();
    }

    private void text(String text, double x, double y, Align align) {
        s.text(text, x, y, look.small(), look.color("ink3"), align, Base.MIDDLE);
    }

    private void label(String text, double x, double y, Align align, boolean strong) {
        FontSpec font = strong ? look.strong() : look.small();
        s.text(text, x, y, font, look.color(strong ? "ink" : "ink2"), align, Base.MIDDLE);
    }

    /// The count, and below it the share where both have room.
    private void number(int row, int column, int fill) {
        HeatGrid grid = layout.grid();
        double x = grid.x(column) + grid.wide() / 2;
        double y = grid.y(row) + grid.high() / 2;
        int ink = Legible.on(look.theme(), fill);
        String count = String.valueOf(view.count(row, column));
        if (!fits(count, grid.wide(), grid.high())) {
            return;
        }
        String share = brief(view.share(row, column)) + "\u2009%";
        boolean both = fits(share, grid.wide(), grid.high() - 16 * look.scale());
        double up = both ? 8 * look.scale() : 0;
        FontSpec font = row == column ? look.strong() : look.small();
        s.text(count, x, y - up, font, ink, Align.CENTER, Base.MIDDLE);
        if (both) {
            s.text(share, x, y + up, look.small(), ink, Align.CENTER, Base.MIDDLE);
        }
    }

    private boolean fits(String text, double wide, double high) {
        return s.textWidth(text, look.strong()) <= wide - 4 && high >= 13 * look.scale();
    }

    /// A recall or precision.
    private void edge(double x, double y, double wide, double high, double value) {
        double gap = layout.grid().hasGaps() ? 1 : 0;
        int fill = color(value);
        s.fillRect(x, y, wide - gap, high - gap, fill);
        String text = brief(value);
        if (s.textWidth(text, look.small()) <= wide - 2 && high >= 13 * look.scale()) {
            int ink = Legible.on(look.theme(), fill);
            s.text(text, x + wide / 2, y + high / 2, look.small(), ink, Align.CENTER, Base.MIDDLE);
        }
    }

    /// A share in whole per cent, without the sign; only nothing is 0, and only all is 100.
    private static String brief(double share) {
        if (Double.isNaN(share)) {
            return "\u2013";
        }
        if (share > 0 && share < 0.005) {
            return "<1";
        }
        return share < 1 && share >= 0.995 ? ">99" : String.valueOf(Math.round(100 * share));
    }
}
