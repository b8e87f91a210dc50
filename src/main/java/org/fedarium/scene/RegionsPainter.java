package org.fedarium.scene;

import org.fedarium.lab.DecisionRegions;
import org.fedarium.lab.DecisionRegions.Points;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

/// Which class a model predicts where, for two inputs: the class's colour, the fuller the surer;
/// the training examples on top, with colour and shape of their class. One map for the global
/// model, smaller ones for clients, where other clients' examples are faint.
public final class RegionsPainter {
    private static final double GAP = 12;
    private static final int MOST_POINTS = 1500;
    /// How near a point must be to an example to mean its client, in pixels.
    private static final double NEAR = 7;

    private RegionsPainter() {}

    /// Where the maps lie: in rows of `columns`, each below its title.
    private record Layout(int columns, double pitchX, double pitchY, double width, double height) {
        static Layout of(PictureLook look, RegionsView view) {
            int count = view.regions().maps().size();
            double room = look.height() - look.line();
            int columns = 1;
            double best = 0;
            for (int c = 1; c <= count; c++) {
                int lines = (count + c - 1) / c;
                double w = (look.width() - (c - 1) * GAP) / c;
                double h = (room - lines * look.line() - (lines - 1) * 4) / lines;
                // Maps may be wider than high, within reason.
                double size = Math.min(w, 2.2 * h) * Math.min(h, 1.2 * w);
                if (h > 0 && size > best) {
                    best = size;
                    columns = c;
                }
            }
            int lines = (count + columns - 1) / columns;
            double w = (look.width() - (columns - 1) * GAP) / columns;
            double h = Math.max(10, (room - lines * look.line() - (lines - 1) * 4) / lines);
            return new Layout(
                    columns,
                    w + GAP,
                    h + look.line() + 4,
                    Math.min(w, 2.2 * h),
                    Math.min(h, 1.2 * w));
        }

        double x(int index) {
            return index % columns * pitchX;
        }

        double y(int index) {
            return index / columns * pitchY;
        }
    }

    /// Draws without a background.
    ///
    /// @param selected the selected client, or -1
    public static void paint(
            Surface s, PictureLook look, DecisionRegions regions, RunInfo info, int selected) {
        paint(s, look, new RegionsView(regions, info, selected, -1));
    }

    /// Draws without a background.
    public static void paint(Surface s, PictureLook look, RegionsView view) {
        Layout layout = Layout.of(look, view);
        DecisionRegions regions = view.regions();
        RunInfo info = view.info();
        double width = layout.width();
        double height = layout.height();
        for (int i = 0; i < regions.maps().size(); i++) {
            s.save();
            s.translate(layout.x(i), layout.y(i));
            DecisionRegions.Map map = regions.maps().get(i);
            title(s, look, regions, map, info, width);
            s.translate(0, look.line());
            map(s, look, map, info, width, height);
            points(s, look, regions, view.own(map), width, height, info);
            boolean strong = map.client() >= 0 && map.client() == view.hovered();
            s.setStroke(strong ? 2 : 1, Surface.Cap.BUTT);
            s.strokeRound(
                    -0.5, -0.5, width + 1, height + 1, 0, look.color(strong ? "ink" : "line2"));
            s.restore();
        }
        legend(s, look, info, look.height() - look.line() / 2 + 1);
    }

    /// The client whose map or, on the global model's map, whose example is at a point; -1
    /// elsewhere.
    public static int clientAt(PictureLook look, RegionsView view, double x, double y) {
        Layout layout = Layout.of(look, view);
        for (int i = 0; i < view.regions().maps().size(); i++) {
            double across = x - layout.x(i);
            double down = y - layout.y(i) - look.line();
            boolean wide = across >= 0 && across <= layout.width();
            if (wide && down >= -look.line() && down <= layout.height()) {
                int client = view.regions().maps().get(i).client();
                return client >= 0 ? client : exampleAt(look, view, layout, across, down);
            }
        }
        return -1;
    }

    private static int exampleAt(
            PictureLook look, RegionsView view, Layout layout, double x, double y) {
        Points points = view.regions().points();
        double[] box = view.regions().box();
        int found = -1;
        double least = NEAR * look.scale();
        for (int i = 0; i < points.x().length; i += every(points)) {
            double across = (points.x()[i] - box[0]) / (box[1] - box[0]) * layout.width();
            double down = (box[3] - points.y()[i]) / (box[3] - box[2]) * layout.height();
            double away = Math.hypot(x - across, y - down);
            if (away < least) {
                least = away;
                found = points.client()[i];
            }
        }
        return found;
    }

    /// Of very many examples only some are drawn.
    private static int every(Points points) {
        return Math.max(1, (points.x().length + MOST_POINTS - 1) / MOST_POINTS);
    }

    private static void title(
            Surface s,
            PictureLook look,
            DecisionRegions regions,
            DecisionRegions.Map map,
            RunInfo info,
            double width) {
        boolean global = map.client() < 0;
        String text =
                global
                        ? look.texts().get("plot.regions.global", regions.round())
                        : look.texts().get("plot.regions.client", info.clients().get(map.client()));
        int color = global ? look.color("ink") : look.theme().clientText(map.client());
        s.text(
                look.fitted(s, text, look.strong(), width),
                0,
                look.line() / 2 - 2,
                look.strong(),
                color,
                Align.LEFT,
                Base.MIDDLE);
    }

    private static void map(
            Surface s,
            PictureLook look,
            DecisionRegions.Map map,
            RunInfo info,
            double width,
            double height) {
        int classes = info.dataset().classes();
        int[] argb = new int[map.classes().length];
        Theme theme = look.theme();
        for (int i = 0; i < argb.length; i++) {
            double sure = (map.chance()[i] - 1.0 / classes) / (1 - 1.0 / classes);
            int full = theme.classColor(map.classes()[i], classes);
            argb[i] = Theme.mix(theme.color("surface"), full, 0.12 + 0.4 * Math.clamp(sure, 0, 1));
        }
        s.image(argb, DecisionRegions.CELLS, DecisionRegions.CELLS, 0, 0, width, height, true);
    }

    private static void points(
            Surface s,
            PictureLook look,
            DecisionRegions regions,
            int own,
            double width,
            double height,
            RunInfo info) {
        Points points = regions.points();
        double[] box = regions.box();
        int classes = info.dataset().classes();
        int every = every(points);
        double size = (width < 180 ? 2.2 : 3) * look.scale();
        // Twice, so that the chosen client's examples lie on top.
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < points.x().length; i += every) {
                boolean mine = own < 0 || points.client()[i] == own;
                if (mine == (pass == 1)) {
                    double x = (points.x()[i] - box[0]) / (box[1] - box[0]) * width;
                    double y = (box[3] - points.y()[i]) / (box[3] - box[2]) * height;
                    int fill = look.theme().classColor(points.label()[i], classes);
                    s.setAlpha(mine ? 1 : 0.25);
                    mark(s, points.label()[i], x, y, size + 1, look.color("surface"));
                    mark(s, points.label()[i], x, y, size, fill);
                }
            }
        }
        s.setAlpha(1);
    }

    /// A disc, square, triangle or diamond.
    private static void mark(Surface s, int label, double x, double y, double r, int color) {
        switch (label % 4) {
            case 0 -> s.fillCircle(x, y, r, color);
            case 1 -> s.fillRect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r, color);
            case 2 ->
                    s.fillPolygon(
                            new double[] {x, x + 1.1 * r, x - 1.1 * r},
                            new double[] {y - 1.2 * r, y + 0.8 * r, y + 0.8 * r},
                            3,
                            color);
            default ->
                    s.fillPolygon(
                            new double[] {x, x + 1.25 * r, x, x - 1.25 * r},
                            new double[] {y - 1.25 * r, y, y + 1.25 * r, y},
                            4,
                            color);
        }
    }

    private static void legend(Surface s, PictureLook look, RunInfo info, double y) {
        double x = 4;
        int classes = info.dataset().classes();
        for (int c = 0; c < classes; c++) {
            String name = info.dataset().classNames().get(c);
            double wide = s.textWidth(name, look.small()) + 24 * look.scale();
            if (x + wide > look.width()) {
                s.text("\u2026", x, y, look.small(), look.color("ink3"), Align.LEFT, Base.MIDDLE);
                return;
            }
            mark(s, c, x + 2, y, 4 * look.scale(), look.theme().classColor(c, classes));
            double at = x + 12 * look.scale();
            s.text(name, at, y, look.small(), look.color("ink2"), Align.LEFT, Base.MIDDLE);
            x += wide;
        }
    }
}
