package org.fedarium.scene;

import org.fedarium.look.Theme;
import org.fedarium.scene.ArithmeticTable.Row;
import org.fedarium.scene.ArithmeticTable.State;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.Surface.Cap;

import java.util.List;

/// The arithmetic of one aggregation for one parameter: the rule's formula, a row for each client,
/// and below them the result and the server's step, with the numbers of the round. Rows scroll
/// between the formula and the result.
public final class ArithmeticPainter {
    private static final double ROW = 25;
    private static final double HEAD = 68;
    private static final double INSET = 16;
    private static final double GAP = 18;
    // Pixels; smaller type is not read.
    private static final double SMALLEST = 11;
    private static final double SMALLEST_FORMULA = 12;

    private final Surface s;
    private final ArithmeticView view;
    private final ArithmeticTable table;
    private final List<ArithmeticFoot.Line> foot;
    private final Theme theme;
    private final double type;
    /// Size of the cells and their heads relative to [#type]: below 1 where they would not fit.
    private double dense = 1;

    private ArithmeticPainter(Surface s, ArithmeticView view) {
        this.s = s;
        this.view = view;
        this.table = ArithmeticRows.of(view);
        this.foot = ArithmeticFoot.of(view);
        this.theme = view.stage().theme();
        this.type = view.type();
    }

    /// Draws the panel from (0, 0) on, without its background.
    public static void paint(Surface s, ArithmeticView view) {
        new ArithmeticPainter(s, view).paint();
    }

    /// The rows as they are shown, for tests and screen readers.
    public static ArithmeticTable table(ArithmeticView view) {
        return ArithmeticRows.of(view);
    }

    /// The lines of the result in one text; where there are none, why.
    public static String result(ArithmeticView view) {
        if (view.current() == null) {
            return view.text(why(view));
        }
        return ArithmeticFoot.of(view).stream()
                .map(l -> l.label() + " " + l.formula().replaceAll("[_{}]", ""))
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    /// How many pixels of the rows do not fit.
    public static double hidden(ArithmeticView view) {
        AggregationRoom room = room(view, ArithmeticFoot.of(view).size());
        int rows = view.current() == null ? 0 : view.current().members().size();
        return Math.max(0, rows * ROW * view.type() - room.height());
    }

    /// The client of the row at a height, or [StageLayout#NONE].
    public static int clientAt(ArithmeticView view, double y) {
        AggregationRoom room = room(view, ArithmeticFoot.of(view).size());
        List<Row> rows = table(view).rows();
        int at = (int) Math.floor((y - room.top() + view.scroll()) / (ROW * view.type()));
        boolean inside = y >= room.top() && y < room.top() + room.height();
        return inside && at >= 0 && at < rows.size() ? rows.get(at).client() : StageLayout.NONE;
    }

    /// The client whose row should be in sight: the chosen one; else, where the rule left others
    /// out, the middle one of those it used; else [StageLayout#NONE].
    public static int focus(ArithmeticView view) {
        if (view.stage().selected() >= 0) {
            return view.stage().selected();
        }
        List<Row> rows = table(view).rows();
        List<Row> used = rows.stream().filter(r -> r.state() == State.USED).toList();
        boolean chosen = rows.stream().anyMatch(r -> r.state() == State.LEFT_OUT);
        return chosen && !used.isEmpty() ? used.get(used.size() / 2).client() : StageLayout.NONE;
    }

    /// How far to scroll so that a client's row is in sight, as little as possible.
    public static double scrollTo(ArithmeticView view, int client, double now) {
        AggregationRoom room = room(view, ArithmeticFoot.of(view).size());
        List<Row> rows = table(view).rows();
        double height = ROW * view.type();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).client() == client) {
                return Math.clamp(now, Math.max(0, (i + 1) * height - room.height()), i * height);
            }
        }
        return now;
    }

    /// Where the rows are.
    private record AggregationRoom(double top, double height) {}

    /// Pixels at ordinary type that so many rows and lines of results need.
    static double height(int rows, int footLines) {
        return HEAD + rows * ROW + footLines * ROW + 14;
    }

    private static AggregationRoom room(ArithmeticView view, int footLines) {
        double top = HEAD * view.type();
        double bottom = (footLines * ROW + 14) * view.type();
        return new AggregationRoom(top, Math.max(ROW * view.type(), view.height() - top - bottom));
    }

    private int color(String token) {
        return theme.color(token);
    }

    /// Why there are no numbers, as the key of a text.
    private static String why(ArithmeticView view) {
        return view.round() < 1 ? "nothing" : view.failed() ? "failed" : "computing";
    }

    private void paint() {
        if (view.current() == null) {
            s.text(
                    view.text(why(view)),
                    view.width() / 2,
                    view.height() / 2,
                    FontSpec.sans(15 * type, 400),
                    color("ink2"),
                    Align.CENTER,
                    Base.MIDDLE);
            return;
        }
        formula();
        AggregationRoom room = room(view, foot.size());
        double[] right = columns();
        heads(right, room.top() - 14 * type);
        s.save();
        s.clip(0, room.top(), view.width(), room.height());
        double y = room.top() - view.scroll();
        for (Row row : table.rows()) {
            if (y > room.top() - ROW * type && y < room.top() + room.height()) {
                row(row, right, y);
            }
            y += ROW * type;
        }
        s.restore();
        double used = Math.min(room.height(), table.rows().size() * ROW * type);
        foot(room.top() + used);
    }

    private void formula() {
        String markup =
                view.current() != null && view.current().mixing()
                        ? "θ = (1 / K) Σ_k θ_k"
                        : Formulas.combined(RoundSettings.of(view.settled()));
        MathText math = MathText.of(view.stage().texts().formula(markup));
        double size = 21 * type;
        while (size > SMALLEST && math.width(s, size) > view.width() - 2 * INSET) {
            size = Math.max(SMALLEST, size - 1);
        }
        math.paint(s, INSET, 22 * type, size, color("ink"));
    }

    private FontSpec cell(int weight) {
        return FontSpec.sans(Math.max(SMALLEST, 14 * type * dense), weight);
    }

    private FontSpec head() {
        return FontSpec.sans(Math.max(SMALLEST, 12 * type * dense), 500);
    }

    /// Right edge of each column; the last entry is where the bars begin. Type and gaps become
    /// smaller until all columns fit.
    private double[] columns() {
        int last = table.heads().size() - 1;
        double[] right = columnsAsTheyAre();
        while (last >= 0 && right[last] > view.width() - INSET && 12 * type * dense > SMALLEST) {
            dense -= 0.03;
            right = columnsAsTheyAre();
        }
        return right;
    }

    private double[] columnsAsTheyAre() {
        int n = table.heads().size();
        double[] right = new double[n + 1];
        FontSpec head = head();
        double gap = GAP * type * dense;
        double x = INSET + 52 * type * dense;
        for (int c = 0; c < n; c++) {
            String longest = "";
            for (Row row : table.rows()) {
                longest =
                        row.cells().get(c).length() > longest.length()
                                ? row.cells().get(c)
                                : longest;
            }
            double width =
                    Math.max(
                            s.textWidth(longest.replaceAll("[0-9]", "0"), cell(500)),
                            s.textWidth(table.heads().get(c), head));
            x += width + (c == 0 ? 4 * type : gap);
            if (c == 0) {
                // The head may be wider than the numbers and then meets that of the clients.
                double heads = s.textWidth(view.text("client"), head);
                x = Math.max(x, INSET + heads + gap + s.textWidth(table.heads().get(0), head));
            }
            right[c] = x;
        }
        right[n] = x + gap;
        return right;
    }

    private void heads(double[] right, double y) {
        FontSpec font = head();
        s.text(view.text("client"), INSET, y, font, color("ink3"), Align.LEFT, Base.MIDDLE);
        for (int c = 0; c < table.heads().size(); c++) {
            s.text(
                    table.heads().get(c),
                    right[c],
                    y,
                    font,
                    color("ink3"),
                    Align.RIGHT,
                    Base.MIDDLE);
        }
        s.setStroke(1, Cap.BUTT);
        double line = y + 11 * type;
        s.line(INSET, line, view.width() - INSET, line, color("line"));
    }

    private void row(Row row, double[] right, double top) {
        double height = ROW * type;
        double middle = top + height / 2;
        int client = row.client();
        boolean chosen = client == view.stage().selected() || client == view.stage().hovered();
        if (chosen) {
            s.fillRound(
                    INSET - 8,
                    top + 1,
                    view.width() - 2 * INSET + 16,
                    height - 2,
                    6,
                    color("accentSoft"));
        } else if (row.state() == State.USED && someLeftOut()) {
            s.fillRound(
                    INSET - 8,
                    top + 1,
                    view.width() - 2 * INSET + 16,
                    height - 2,
                    6,
                    color("sunken"));
        }
        boolean used = row.state() == State.USED;
        int mark = view.stage().mark(client);
        s.fillCircle(INSET + 5 * type, middle, 5 * type, used ? mark : Theme.alpha(mark, 0.35));
        int name = used ? view.stage().markText(client) : color("ink3");
        s.text(
                "C" + (client + 1),
                INSET + 15 * type,
                middle,
                cell(600),
                name,
                Align.LEFT,
                Base.MIDDLE);
        if (!row.note().isEmpty()) {
            s.text(
                    row.note(),
                    INSET + 62 * type,
                    middle,
                    FontSpec.sans(13 * type, 400),
                    color("ink3"),
                    Align.LEFT,
                    Base.MIDDLE);
            return;
        }
        for (int c = 0; c < row.cells().size(); c++) {
            boolean last = c == row.cells().size() - 1;
            int ink = used ? color(last ? "ink" : "ink2") : color("ink3");
            s.text(
                    row.cells().get(c),
                    right[c],
                    middle,
                    cell(last ? 500 : 400),
                    ink,
                    Align.RIGHT,
                    Base.MIDDLE);
        }
        bar(row, right[right.length - 1], middle, used ? mark : Theme.alpha(mark, 0.35));
    }

    /// Only where something was chosen does it need to be seen what.
    private boolean someLeftOut() {
        return table.rows().stream().anyMatch(r -> r.state() == State.LEFT_OUT);
    }

    private void bar(Row row, double left, double middle, int color) {
        double width = view.width() - INSET - left;
        if (width < 40 || !(table.largest() > 0) || Double.isNaN(row.bar())) {
            return;
        }
        double zero = table.signed() ? left + width / 2 : left;
        double most = table.signed() ? width / 2 : width;
        double length = Math.clamp(row.bar() / table.largest(), -1, 1) * most;
        double thick = 10 * type;
        s.fillRound(
                Math.min(zero, zero + length),
                middle - thick / 2,
                Math.max(1, Math.abs(length)),
                thick,
                Math.min(3, Math.abs(length) / 2),
                color);
        s.setStroke(1, Cap.BUTT);
        s.line(zero, middle - ROW * type / 2, zero, middle + ROW * type / 2, color("axis"));
    }

    private void foot(double top) {
        double y = top + 6 * type;
        s.setStroke(1, Cap.BUTT);
        s.line(INSET, y, view.width() - INSET, y, color("line2"));
        y += 4 * type;
        FontSpec font = FontSpec.sans(13 * type, 400);
        double gap = 14 * type;
        double from = INSET;
        for (ArithmeticFoot.Line line : foot) {
            from = Math.max(from, INSET + s.textWidth(line.label(), font) + gap);
        }
        from = Math.min(from, 0.45 * view.width());
        double end = view.width() - INSET;
        for (ArithmeticFoot.Line line : foot) {
            double middle = y + ROW * type / 2;
            MathText math = MathText.of(line.formula());
            double least = line.formula().isEmpty() ? 0 : math.width(s, SMALLEST_FORMULA) + gap;
            FontSpec label = fitting(line.label(), font, end - INSET - least);
            s.text(line.label(), INSET, middle, label, color("ink2"), Align.LEFT, Base.MIDDLE);
            double own = INSET + s.textWidth(line.label(), label) + gap;
            if (own + math.width(s, SMALLEST_FORMULA) > end) {
                // The terms stand above; the result has to be seen.
                math = MathText.of(line.formula().replaceFirst("= .* =", "= … ="));
            }
            double size = (line.strong() ? 20 : 18) * type;
            while (size > SMALLEST_FORMULA && Math.max(from, own) + math.width(s, size) > end) {
                size -= 1;
            }
            size = Math.max(SMALLEST_FORMULA, size);
            // A long formula begins left of the others, as far as its label lets it.
            double x = Math.max(own, Math.min(from, end - math.width(s, size)));
            math.paint(s, x, middle + 0.3 * size, size, color("ink"));
            y += ROW * type;
        }
    }

    /// The font, or a smaller one in which a text has room.
    private FontSpec fitting(String text, FontSpec font, double room) {
        double width = s.textWidth(text, font);
        double size = width <= room ? font.size() : font.size() * room / width;
        return FontSpec.sans(Math.max(SMALLEST, size), font.weight());
    }
}
