package org.fedarium.scene;

import org.fedarium.lab.DriftAxes;
import org.fedarium.lab.DriftFrame;
import org.fedarium.lab.DriftMap;
import org.fedarium.look.Numbers;
import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.Surface.Cap;

import java.util.List;

/// A map of where models lie: every member's walk of the round, the global model's path to it, and
/// what centralised training reached. Ink is the global model; dashed grey the centralised path.
public final class DriftPainter {
    /// More clients than this have no colour of their own.
    private static final int MOST_COLOURED = 36;
    private static final int LEVELS = 9;
    /// How near a point must be to a walk to mean its client, in pixels.
    private static final double NEAR = 8;

    private final Surface s;
    private final PictureLook look;
    private final DriftView view;
    private final DriftPanel panel;
    private final boolean named;
    private final LabelPlaces places;

    /// @param named selected and pointed-at clients carry their names here
    private DriftPainter(
            Surface s, PictureLook look, DriftView view, DriftPanel panel, boolean named) {
        this.s = s;
        this.look = look;
        this.view = view;
        this.panel = panel;
        this.named = named;
        this.places = new LabelPlaces(panel.left(), panel.top(), panel.width(), panel.height());
    }

    /// Draws without a background: the whole map, and beside or below it a lens with the walks when
    /// they are small on it.
    public static void paint(Surface s, PictureLook look, DriftView view) {
        List<DriftPanel> panels = DriftPanel.of(look, view);
        DriftPainter map = new DriftPainter(s, look, view, panels.getFirst(), panels.size() == 1);
        map.paint();
        for (DriftPanel lens : panels.subList(1, panels.size())) {
            map.outline(lens.range());
            new DriftPainter(s, look, view, lens, true).paint();
            String text = look.texts().get("plot.drift.lens", Numbers.shortText(lens.times()));
            s.text(
                    look.fitted(s, text, look.small(), lens.width()),
                    lens.left(),
                    lens.top() - look.line() / 2 - 2,
                    look.small(),
                    look.color("ink3"),
                    Align.LEFT,
                    Base.MIDDLE);
        }
    }

    /// The client whose walk is nearest to a point; -1 when none is near.
    public static int clientAt(PictureLook look, DriftView view, double x, double y) {
        int found = -1;
        double least = NEAR * look.scale();
        for (DriftPanel panel : DriftPanel.of(look, view)) {
            for (int i = 0; panel.holds(x, y) && i < view.map().clients().length; i++) {
                double[] walk = view.walk(i);
                for (int p = 0; p + 1 < walk.length; p += 2) {
                    int next = Math.min(p + 2, walk.length - 2);
                    double away =
                            distance(
                                    x,
                                    y,
                                    panel.x(walk[p]),
                                    panel.y(walk[p + 1]),
                                    panel.x(walk[next]),
                                    panel.y(walk[next + 1]));
                    if (away < least) {
                        least = away;
                        found = view.map().clients()[i];
                    }
                }
            }
        }
        return found;
    }

    /// From a point to a straight piece.
    private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / square;
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
    }

    /// Where the lens looks.
    private void outline(double[] near) {
        clip();
        s.setStroke(1, Cap.BUTT);
        double x = x(near[0]);
        double y = y(near[3]);
        int color = look.color("ink3");
        s.strokeRound(x, y, x(near[1]) - x, y(near[2]) - y, 0, color);
        s.restore();
    }

    private void clip() {
        s.save();
        s.clip(panel.left(), panel.top(), panel.width(), panel.height());
    }

    private double x(double value) {
        return panel.x(value);
    }

    private double y(double value) {
        return panel.y(value);
    }

    private void paint() {
        DriftMap map = view.map();
        clip();
        avoidWalks(map);
        contours(map.frame());
        centralised(map.frame());
        for (int i = 0; i < map.clients().length; i++) {
            if (!view.strong(map.clients()[i])) {
                walk(map, i);
            }
        }
        for (int i = 0; i < map.clients().length; i++) {
            if (view.strong(map.clients()[i])) {
                walk(map, i);
            }
        }
        global(map);
        if (!panel.isLens()) {
            marks(map.frame());
        }
        for (int i = 0; i < map.clients().length; i++) {
            if (named && view.strong(map.clients()[i])) {
                name(map, i);
            }
        }
        s.restore();
        s.setStroke(1, Cap.BUTT);
        s.strokeRound(
                panel.left(), panel.top(), panel.width(), panel.height(), 0, look.color("line2"));
        if (!panel.isLens()) {
            captions(map);
        }
    }

    private void contours(DriftFrame frame) {
        double[] loss = frame.loss();
        if (loss.length == 0) {
            return;
        }
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (double value : loss) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        s.setStroke(1, Cap.BUTT);
        int cells = DriftFrame.CELLS - 1;
        for (int i = 1; i <= LEVELS; i++) {
            double share = (double) i / (LEVELS + 1);
            // Denser near the bottom, where the walks end.
            double level = low + (high - low) * share * share;
            Contours.trace(
                    loss,
                    DriftFrame.CELLS,
                    level,
                    (x1, y1, x2, y2) ->
                            s.line(
                                    panel.left() + x1 / cells * panel.width(),
                                    panel.top() + y1 / cells * panel.height(),
                                    panel.left() + x2 / cells * panel.width(),
                                    panel.top() + y2 / cells * panel.height(),
                                    look.color("line2")));
        }
    }

    /// @param avoided labels should not cover it
    private void polyline(double[] points, int count, int color, boolean avoided) {
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = x(points[2 * i]);
            ys[i] = y(points[2 * i + 1]);
        }
        for (int i = 1; i < count && avoided; i++) {
            places.avoid(xs[i - 1], ys[i - 1], xs[i], ys[i]);
        }
        s.polyline(xs, ys, count, color);
    }

    private void centralised(DriftFrame frame) {
        double[] path = frame.centralised();
        s.setStroke(1.8 * look.scale(), Cap.BUTT, 5, 4);
        polyline(path, path.length / 2, look.color("ghost"), true);
    }

    /// Whole walks, so that labels stay where they are while clients walk.
    private void avoidWalks(DriftMap map) {
        for (int w = 0; w < map.walks().length && map.walks().length <= MOST_COLOURED; w++) {
            double[] walk = map.walks()[w];
            for (int i = 2; i + 1 < walk.length; i += 2) {
                places.avoid(x(walk[i - 2]), y(walk[i - 1]), x(walk[i]), y(walk[i + 1]));
            }
            int end = walk.length - 2;
            places.avoidMark(x(walk[end]), y(walk[end + 1]), 3 * look.scale());
        }
    }

    private void walk(DriftMap map, int index) {
        int client = map.clients()[index];
        double[] shown = view.walk(index);
        int count = shown.length / 2;
        boolean strong = view.strong(client);
        boolean coloured = map.clients().length <= MOST_COLOURED || strong;
        int color = coloured ? look.theme().client(client) : look.color("ghost");
        double endX = x(shown[2 * count - 2]);
        double endY = y(shown[2 * count - 1]);
        s.setStroke(look.scale(), Cap.BUTT, 1.5, 3);
        s.line(x(shown[0]), y(shown[1]), endX, endY, color);
        s.setStroke((strong ? 2.2 : 1.1) * look.scale(), Cap.ROUND);
        polyline(shown, count, color, false);
        s.fillCircle(endX, endY, (strong ? 4.5 : 3) * look.scale(), color);
    }

    private void name(DriftMap map, int index) {
        int client = map.clients()[index];
        double[] shown = view.walk(index);
        double endX = x(shown[shown.length - 2]);
        double endY = y(shown[shown.length - 1]);
        int color = look.theme().clientText(client);
        label(view.info().clients().get(client), endX, endY, color);
    }

    private void global(DriftMap map) {
        double[] path = map.global();
        int count = path.length / 2;
        int ink = look.color("ink");
        s.setStroke(5 * look.scale(), Cap.ROUND);
        polyline(path, count, look.color("surface"), false);
        s.setStroke(2.4 * look.scale(), Cap.ROUND);
        polyline(path, count, ink, true);
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            double r = (last ? 4.5 : count > 30 ? 1.8 : 2.6) * look.scale();
            s.fillCircle(x(path[2 * i]), y(path[2 * i + 1]), r, ink);
        }
        double moved = view.moved();
        if (map.round() > 0 && moved > 0) {
            double fromX = x(path[2 * count - 2]);
            double fromY = y(path[2 * count - 1]);
            double toX = fromX + moved * (x(map.after()[0]) - fromX);
            double toY = fromY + moved * (y(map.after()[1]) - fromY);
            s.setStroke(2.4 * look.scale(), Cap.ROUND);
            s.line(fromX, fromY, toX, toY, ink);
            places.avoid(fromX, fromY, toX, toY);
            s.fillCircle(toX, toY, 5.5 * look.scale(), ink);
            s.fillCircle(toX, toY, 3 * look.scale(), look.color(moved < 1 ? "surface" : "ink"));
        }
    }

    private void marks(DriftFrame frame) {
        double[] path = frame.centralised();
        double endX = x(path[path.length - 2]);
        double endY = y(path[path.length - 1]);
        diamond(endX, endY, look.color("ink3"));
        String name = look.texts().get("plot.drift.centralised", frame.lastCentral());
        double[] best = view.optimum();
        if (best.length < 2) {
            label(name, endX, endY, look.color("ink3"));
            return;
        }
        double bestX = x(best[0]);
        double bestY = y(best[1]);
        double arm = 6 * look.scale();
        s.setStroke(2 * look.scale(), Cap.ROUND);
        s.line(bestX - arm, bestY, bestX + arm, bestY, look.color("ink2"));
        s.line(bestX, bestY - arm, bestX, bestY + arm, look.color("ink2"));
        boolean near = Math.hypot(bestX - endX, bestY - endY) < 40 * look.scale();
        String optimum = look.texts().get("plot.drift.optimum");
        label(near ? optimum + ", " + name : optimum, bestX, bestY, look.color("ink2"));
        if (!near) {
            label(name, endX, endY, look.color("ink3"));
        }
    }

    private void diamond(double x, double y, int color) {
        double r = 6 * look.scale();
        double[] xs = {x, x + r, x, x - r};
        double[] ys = {y - r, y, y + r, y};
        s.fillPolygon(xs, ys, 4, color);
    }

    /// Beside a point, where it covers the least; nothing for a point that is not on the map.
    private void label(String text, double x, double y, int color) {
        if (!panel.holds(x, y)) {
            return;
        }
        String shown = look.fitted(s, text, look.strong(), panel.width() - 10);
        double wide = s.textWidth(shown, look.strong());
        double high = 16 * look.scale();
        double[] box = places.beside(x, y, wide + 6, high);
        int halo = Theme.alpha(look.color("surface"), 0.8);
        s.fillRound(box[0], box[1], box[2], box[3], 4, halo);
        double middle = box[1] + high / 2;
        s.text(shown, box[0] + 3, middle, look.strong(), color, Align.LEFT, Base.MIDDLE);
    }

    private void captions(DriftMap map) {
        DriftAxes axes = map.frame().axes();
        String up;
        String along;
        if (axes.isPlane()) {
            up = axis(view.info().layout().nameOf(1), panel.range()[2], panel.range()[3]);
            along = axis(view.info().layout().nameOf(0), panel.range()[0], panel.range()[1]);
        } else {
            double[] share = axes.explained();
            up = look.texts().get("plot.drift.second", Numbers.percent(share[1]));
            along = look.texts().get("plot.drift.first", Numbers.percent(share[0]));
        }
        int ink = look.color("ink3");
        double half = look.line() / 2;
        s.text(
                look.fitted(s, "\u2191 " + up, look.small(), panel.width()),
                panel.left(),
                panel.top() - half - 2,
                look.small(),
                ink,
                Align.LEFT,
                Base.MIDDLE);
        s.text(
                look.fitted(s, along + " \u2192", look.small(), panel.width()),
                panel.left() + panel.width(),
                panel.top() + panel.height() + half + 2,
                look.small(),
                ink,
                Align.RIGHT,
                Base.MIDDLE);
    }

    private String axis(String name, double from, double to) {
        return look.texts()
                .get("plot.drift.axis", name, Numbers.shortText(from), Numbers.shortText(to));
    }
}
