package org.fedarium.scene;

import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

/// A table of cosines between updates, a row and a column per update: blue points apart, brown the
/// same way, neutral across. The scale is always that from -1 to 1. On the diagonal, where each
/// update meets itself, is the client's mark.
public final class CosinePainter {
    /// More clients than this have no colour of their own.
    private static final int MOST_COLOURED = 36;
    private static final int MOST_NUMBERED = 60;
    private static final double GAP = 6;
    private static final double MOST_NAMED = 0.26;
    private static final double MOST_WIDE = 150;
    private static final double MOST_HIGH = 90;

    private final Surface s;
    private final PictureLook look;
    private final CosineView view;
    private final HeatGrid grid;

    private CosinePainter(Surface s, PictureLook look, CosineView view) {
        this.s = s;
        this.look = look;
        this.view = view;
        this.grid = grid(look, view);
    }

    private static HeatGrid grid(PictureLook look, CosineView view) {
        int n = view.size();
        double names = 0;
        for (int k = 0; k < n; k++) {
            names = Math.max(names, look.estimate(view.name(k)));
        }
        double left = Math.min(names, MOST_NAMED * look.width()) + GAP;
        double top = 2 * look.line() + 2;
        double wide = Math.min((look.width() - left) / n, MOST_WIDE * look.scale());
        double high = Math.min((look.height() - top) / n, MOST_HIGH * look.scale());
        wide = Math.max(0.5, Math.min(wide, 2.2 * high));
        high = Math.max(0.5, Math.min(high, 1.2 * wide));
        return new HeatGrid(left, top, n, n, wide, high);
    }

    /// Draws without a background.
    public static void paint(Surface s, PictureLook look, CosineView view) {
        String missing = view.missing(look.texts());
        if (missing.isEmpty()) {
            new CosinePainter(s, look, view).paint();
        } else {
            look.sentence(s, missing);
        }
    }

    /// The client of the row at a point, above the rows that of the column; -1 elsewhere.
    public static int clientAt(PictureLook look, CosineView view, double x, double y) {
        if (view.size() == 0) {
            return -1;
        }
        HeatGrid grid = grid(look, view);
        boolean above = y < grid.top() && y >= grid.top() - look.line();
        int index = above ? grid.columnAt(x) : x < grid.right() && x >= 0 ? grid.rowAt(y) : -1;
        return index < 0 ? -1 : view.cosines().clients()[index];
    }

    /// row * size + column of the cell at a point; -1 beside the table.
    public static int cellAt(PictureLook look, CosineView view, double x, double y) {
        return view.size() == 0 ? -1 : grid(look, view).cellAt(x, y);
    }

    private void paint() {
        title();
        int n = view.size();
        Theme theme = look.theme();
        int[] colors = new int[n * n];
        for (int i = 0; i < colors.length; i++) {
            double cosine = view.cosines().cosines()[i];
            boolean own = i / n == i % n;
            colors[i] =
                    own || Double.isNaN(cosine)
                            ? look.color(own ? "surface" : "sunken")
                            : theme.diverging(cosine);
        }
        grid.fill(s, colors);
        for (int i = 0; i < colors.length; i++) {
            if (i / n == i % n) {
                mark(i / n);
            } else if (n <= MOST_NUMBERED) {
                number(i, colors[i]);
            }
        }
        names();
        outline(view.selected(), 2.5);
        if (view.hovered() != view.selected()) {
            outline(view.hovered(), 1.5);
        }
    }

    private void title() {
        double y = look.line() / 2;
        double bar = 48 * look.scale();
        double one = s.textWidth("1", look.small());
        double minus = s.textWidth("\u22121", look.small());
        double right = look.width() - 2;
        double left = right - one - 4 - bar;
        int[] ramp = new int[41];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = look.theme().diverging((i - 20) / 20.0);
        }
        int ink = look.color("ink3");
        s.text("1", right, y, look.small(), ink, Align.RIGHT, Base.MIDDLE);
        s.image(ramp, ramp.length, 1, left, y - 5, bar, 10, false);
        s.setStroke(1, Surface.Cap.BUTT);
        s.strokeRound(left - 0.5, y - 5.5, bar + 1, 11, 0, look.color("line2"));
        s.text("\u22121", left - 4, y, look.small(), ink, Align.RIGHT, Base.MIDDLE);
        double room = left - minus - 4 - 2 * GAP;
        String text = look.fitted(s, view.title(look.texts()), look.strong(), room);
        s.text(text, 0, y, look.strong(), look.color("ink"), Align.LEFT, Base.MIDDLE);
    }

    private boolean coloured() {
        return view.info().clients().size() <= MOST_COLOURED;
    }

    /// Where an update meets itself.
    private void mark(int index) {
        int client = view.cosines().clients()[index];
        double r = Math.min(5 * look.scale(), Math.min(grid.wide(), grid.high()) * 0.3);
        if (r >= 1) {
            int color = coloured() ? look.theme().client(client) : look.color("ghost");
            double x = grid.x(index) + (grid.wide() - 1) / 2;
            s.fillCircle(x, grid.y(index) + (grid.high() - 1) / 2, r, color);
        }
    }

    private void number(int cell, int fill) {
        double cosine = view.cosines().cosines()[cell];
        // Without the zero before the point, as there is little room.
        String text = CosineView.value(cosine).replace("0.", ".");
        double room = grid.wide() - 3;
        if (grid.high() >= 13 * look.scale() && s.textWidth("\u2212.00", look.small()) <= room) {
            double x = grid.x(cell % view.size()) + (grid.wide() - 1) / 2;
            double y = grid.y(cell / view.size()) + (grid.high() - 1) / 2;
            int ink = Legible.on(look.theme(), fill);
            s.text(text, x, y, look.small(), ink, Align.CENTER, Base.MIDDLE);
        }
    }

    private void names() {
        int n = view.size();
        int everyRow = HeatGrid.every(12 * look.scale(), grid.high());
        double widest = 0;
        double number = 0;
        for (int k = 0; k < n; k++) {
            widest = Math.max(widest, s.textWidth(view.name(k), look.small()));
            number = Math.max(number, s.textWidth(number(k), look.small()));
        }
        // Too narrow for names: the clients' numbers.
        boolean named = widest <= grid.wide();
        int everyColumn = HeatGrid.every((named ? widest : number) + 2, grid.wide());
        for (int k = 0; k < n; k++) {
            if (shown(k, everyRow)) {
                String name = look.fitted(s, view.name(k), look.small(), grid.left() - GAP);
                double most = look.height() - 6 * look.scale();
                double y = Math.min(grid.y(k) + grid.high() / 2, most);
                name(k, name, grid.left() - GAP, y, Align.RIGHT);
            }
            if (shown(k, everyColumn)) {
                double x = grid.x(k) + grid.wide() / 2;
                double y = grid.top() - look.line() / 2;
                String text = named ? view.name(k) : number(k);
                double most = look.width() - s.textWidth(text, look.small()) / 2;
                name(k, text, Math.min(x, most), y, Align.CENTER);
            }
        }
    }

    /// The first, and then round numbers.
    private static boolean shown(int index, int every) {
        return index == 0 && every != 2 || (index + 1) % every == 0;
    }

    private String number(int index) {
        return String.valueOf(view.cosines().clients()[index] + 1);
    }

    private void name(int index, String text, double x, double y, Align align) {
        int client = view.cosines().clients()[index];
        boolean strong = client == view.selected() || client == view.hovered();
        int color = coloured() ? look.theme().clientText(client) : look.color("ink2");
        s.text(text, x, y, strong ? look.strong() : look.small(), color, align, Base.MIDDLE);
    }

    /// Row and column of a client.
    private void outline(int client, double width) {
        int n = view.size();
        for (int k = 0; k < n; k++) {
            if (client >= 0 && view.cosines().clients()[k] == client) {
                grid.outline(s, look, k, 0, 1, n, width);
                grid.outline(s, look, 0, k, n, 1, width);
            }
        }
    }
}
