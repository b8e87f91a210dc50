package org.fedarium.scene;

import org.fedarium.look.Numbers;
import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

/// Clients side by side from the worst to the best score: a disc for the global model on the
/// client's own test data, a hollow one for the client's own model after its local steps. Lines
/// mark the mean of all and of the worst tenth, a band one standard deviation on both sides.
public final class ScoresPainter {
    /// More clients than this have no colour of their own.
    private static final int MOST_COLOURED = 36;
    private static final double GAP = 6;

    private final Surface s;
    private final PictureLook look;
    private final ScoresView view;
    private final Layout at;

    private ScoresPainter(Surface s, PictureLook look, ScoresView view) {
        this.s = s;
        this.look = look;
        this.view = view;
        this.at = Layout.of(look, view);
    }

    /// Where the plot lies; scores go from 0 to `high`, ranks from left to right.
    private record Layout(
            double left, double top, double width, double height, double high, int count) {
        static Layout of(PictureLook look, ScoresView view) {
            double high = high(view);
            double left = look.estimate(tick(view, 1, high)) + GAP;
            double right = look.estimate(look.texts().get("plot.scores.mean")) + GAP;
            String spread = spread(view);
            right = Math.max(right, look.estimate(spread) + GAP);
            double top = look.line() + 8;
            double foot = 2 * look.line() + 2;
            return new Layout(
                    left,
                    top,
                    Math.max(1, look.width() - left - right),
                    Math.max(1, look.height() - top - foot),
                    high,
                    view.order().length);
        }

        private static double high(ScoresView view) {
            if (view.scores().higherBetter()) {
                return 1;
            }
            double most = 0;
            for (int client : view.order()) {
                for (double[] scores :
                        new double[][] {view.scores().global(), view.scores().local()}) {
                    double score = scores[client];
                    most = Double.isFinite(score) ? Math.max(most, score) : most;
                }
            }
            return nice(most);
        }

        /// The next number of which a quarter is round.
        private static double nice(double most) {
            double unit = 1e-12;
            while (most > 10 * unit) {
                unit *= 10;
            }
            for (double steps : new double[] {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8}) {
                if (most <= steps * unit) {
                    return steps * unit;
                }
            }
            return 10 * unit;
        }

        static String tick(ScoresView view, double share, double high) {
            return view.scores().higherBetter()
                    ? Math.round(100 * share) + "\u2009%"
                    : Numbers.shortText(share * high);
        }

        static String spread(ScoresView view) {
            return "\u00b1\u2009" + view.value(view.scores().summary().spread());
        }

        double pitch() {
            return width / count;
        }

        double x(int rank) {
            return left + (rank + 0.5) * pitch();
        }

        double bottom() {
            return top + height;
        }

        /// A score beyond the range lies on its edge.
        double y(double score) {
            return bottom() - Math.clamp(score / high, 0, 1) * height;
        }
    }

    /// Draws without a background.
    public static void paint(Surface s, PictureLook look, ScoresView view) {
        if (view.order().length == 0) {
            look.sentence(s, look.texts().get("plot.scores.none"));
            return;
        }
        new ScoresPainter(s, look, view).paint();
    }

    /// The client whose column is at a point, -1 beside the plot.
    public static int clientAt(PictureLook look, ScoresView view, double x, double y) {
        if (view.order().length == 0) {
            return -1;
        }
        Layout at = Layout.of(look, view);
        int rank = (int) Math.floor((x - at.left()) / at.pitch());
        boolean beside = y < at.top() - 6 || y > at.bottom() + look.line();
        return beside || rank < 0 || rank >= at.count() ? -1 : view.order()[rank];
    }

    private void paint() {
        legend();
        band();
        axis();
        int[] order = view.order();
        for (int i = 0; i < order.length; i++) {
            if (!strong(order[i])) {
                client(i);
            }
        }
        for (int i = 0; i < order.length; i++) {
            if (strong(order[i])) {
                plumb(i);
            }
        }
        worst();
        foot();
        double[] taken = {};
        for (int turn : new int[] {view.hovered(), view.selected()}) {
            for (int i = 0; i < order.length; i++) {
                if (order[i] == turn && (turn != view.hovered() || taken.length == 0)) {
                    client(i);
                    taken = name(i, taken);
                }
            }
        }
    }

    private boolean strong(int client) {
        return client == view.selected() || client == view.hovered();
    }

    private void legend() {
        double y = look.line() / 2;
        double r = 4 * look.scale();
        double x = 5;
        int ink = look.color("ink2");
        String[] keys = {"plot.scores.global", "plot.scores.local"};
        for (int i = 0; i < keys.length; i++) {
            double room = look.width() - x - 12;
            String text = view.words(look.texts()).get(keys[i]);
            if (room < 40) {
                return;
            }
            disc(x, y, r, ink, i == 1);
            String fitted = look.fitted(s, text, look.small(), room);
            double left = x + r + 5;
            s.text(fitted, left, y, look.small(), ink, Align.LEFT, Base.MIDDLE);
            x = left + s.textWidth(fitted, look.small()) + 18;
        }
    }

    private void axis() {
        s.setStroke(1, Surface.Cap.BUTT);
        for (int i = 0; i <= 4; i++) {
            double y = at.bottom() - i / 4.0 * at.height();
            int color = look.color(i == 0 ? "axis" : "grid");
            s.line(at.left(), y, at.left() + at.width(), y, color);
            if (i % 2 == 0 || at.height() > 6 * look.line()) {
                String text = Layout.tick(view, i / 4.0, at.high());
                double x = at.left() - GAP;
                s.text(text, x, y, look.small(), look.color("ink3"), Align.RIGHT, Base.MIDDLE);
            }
        }
    }

    /// Mean and spread.
    private void band() {
        double mean = view.scores().summary().mean();
        double spread = view.scores().summary().spread();
        if (!Double.isFinite(mean)) {
            return;
        }
        double upper = at.y(mean + spread);
        double lower = at.y(mean - spread);
        s.fillRect(at.left(), upper, at.width(), lower - upper, look.color("sunken"));
        double y = at.y(mean);
        double end = at.left() + at.width();
        s.setStroke(1.5 * look.scale(), Surface.Cap.BUTT);
        s.line(at.left(), y, end, y, look.color("ink"));
        double half = 8 * look.scale();
        double least = at.top() + half;
        double label = Math.clamp(y, least, Math.max(least, at.bottom() - 3 * half));
        String name = look.texts().get("plot.scores.mean");
        beside(name, label - half, look.small(), "ink2");
        beside(view.value(mean), label + half, look.strong(), "ink");
        if (spread > 0) {
            beside(Layout.spread(view), label + 3 * half, look.small(), "ink3");
        }
    }

    private void beside(String text, double y, FontSpec font, String color) {
        double x = at.left() + at.width() + GAP;
        String fitted = look.fitted(s, text, font, look.width() - x + 2);
        s.text(fitted, x, y, font, look.color(color), Align.LEFT, Base.MIDDLE);
    }

    /// The mean of the worst tenth, over the clients that it is made of.
    private void worst() {
        double mean = view.scores().summary().worstDecile();
        if (!Double.isFinite(mean)) {
            return;
        }
        double y = at.y(mean);
        double end = at.left() + Math.max(12, view.worst() * at.pitch());
        s.setStroke(2.5 * look.scale(), Surface.Cap.BUTT);
        s.line(at.left(), y, end, y, look.color("bad"));
        String text = look.texts().get("plot.scores.worst", view.value(mean));
        double half = 9 * look.scale();
        // Where the other clients' discs are not: below rising scores, above falling ones.
        double side = view.scores().higherBetter() ? y + half : y - half;
        double least = at.top() + half;
        double shown = Math.clamp(side, least, Math.max(least, at.bottom() - half));
        double wide = s.textWidth(text, look.strong());
        int halo = Theme.alpha(look.color("surface"), 0.85);
        double x = Math.max(2, Math.min(end + 5, at.left() + at.width() - wide - 2));
        s.fillRound(x - 2, shown - half + 1, wide + 4, 2 * half - 2, 4, halo);
        s.text(text, x, shown, look.strong(), look.color("bad"), Align.LEFT, Base.MIDDLE);
    }

    private void client(int rank) {
        int client = view.order()[rank];
        boolean strong = strong(client);
        boolean coloured = view.info().clients().size() <= MOST_COLOURED || strong;
        int color = coloured ? look.theme().client(client) : look.color("ink3");
        double x = at.x(rank);
        double y = at.y(view.scores().global()[client]);
        double r = Math.clamp(0.4 * at.pitch(), 1.3, 4) * look.scale();
        r = strong ? Math.max(5 * look.scale(), r) : r;
        double local = view.scores().local()[client];
        if (!Double.isNaN(local)) {
            double end = at.y(local);
            if (strong || at.pitch() >= 3) {
                s.setStroke((strong ? 1.8 : 1) * look.scale(), Surface.Cap.BUTT);
                s.line(x, y, x, end, strong ? color : look.color("line2"));
            }
            disc(x, end, 0.85 * r, color, true);
        }
        disc(x, y, r, color, false);
    }

    private void disc(double x, double y, double r, int color, boolean hollow) {
        if (hollow) {
            s.fillCircle(x, y, r, look.color("surface"));
            s.setStroke(Math.min(1.4 * look.scale(), r), Surface.Cap.BUTT);
            s.strokeCircle(x, y, r, color);
        } else {
            s.fillCircle(x, y, r, color);
        }
    }

    /// The name and score of a selected or pointed-at client, below the axis.
    ///
    /// @param taken from where to where another one has been written
    private double[] name(int rank, double[] taken) {
        int client = view.order()[rank];
        String score = view.value(view.scores().global()[client]);
        String text = view.info().clients().get(client) + "  " + score;
        double wide = s.textWidth(text, look.strong());
        double least = at.left() + wide / 2 - 3;
        double most = Math.max(least, look.width() - wide / 2 - 1);
        double middle = Math.clamp(at.x(rank), least, most);
        double half = look.line() / 2;
        double from = middle - wide / 2 - 3;
        boolean free = taken.length == 0 || from > taken[1] || from + wide + 6 < taken[0];
        if (free) {
            double y = at.bottom() + half + 1;
            s.fillRect(from, y - half + 4, wide + 6, 2 * half - 5, look.color("surface"));
            int color = look.theme().clientText(client);
            s.text(text, middle, y, look.strong(), color, Align.CENTER, Base.MIDDLE);
        }
        return new double[] {from, from + wide + 6};
    }

    /// From a client's discs down to its name.
    private void plumb(int rank) {
        int client = view.order()[rank];
        s.setStroke(1, Surface.Cap.BUTT, 2, 2);
        double x = at.x(rank);
        s.line(x, at.y(view.scores().global()[client]), x, at.bottom(), look.color("ink3"));
    }

    /// Names of the clients where there is room, and in which order they stand.
    private void foot() {
        double widest = 0;
        int[] order = view.order();
        for (int client : order) {
            String name = view.info().clients().get(client);
            widest = Math.max(widest, s.textWidth(name, look.small()));
        }
        double y = at.bottom() + look.line() / 2 + 1;
        for (int i = 0; i < order.length && widest + 3 <= at.pitch(); i++) {
            int client = order[i];
            FontSpec font = strong(client) ? look.strong() : look.small();
            String name = view.info().clients().get(client);
            int color = look.theme().clientText(client);
            s.text(name, at.x(i), y, font, color, Align.CENTER, Base.MIDDLE);
        }
        String text = look.texts().get(view.key("plot.scores.axis"), order.length) + " \u2192";
        double below = at.bottom() + 1.5 * look.line() + 1;
        double right = at.left() + at.width();
        String fitted = look.fitted(s, text, look.small(), right);
        s.text(fitted, right, below, look.small(), look.color("ink3"), Align.RIGHT, Base.MIDDLE);
    }
}
