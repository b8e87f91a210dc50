package org.fedarium.scene;

import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Cap;

/// A model or an update on its way.
final class PacketPainter {
    private static final double[] CELLS = {0.85, 0.55, 0.25, 0.65};

    private PacketPainter() {}

    static double length(Frame f) {
        return 30 * size(f);
    }

    private static double size(Frame f) {
        return Math.min(f.layout().scale(), Math.max(0.42, f.unit()));
    }

    /// @param link width of the link it travels on
    static void paint(Frame f, Way path, double t, double link, int color) {
        Surface s = f.surface();
        double u = size(f);
        double length = length(f);
        double height = Math.max(12 * u, link + 7 * u);
        int paper = f.color("surface");
        s.save();
        s.translate(path.x(t), path.y(t));
        s.rotate(path.direction(t));
        double border = Math.max(1.4, 2.2 * u);
        s.fillRound(
                -length / 2 - border,
                -height / 2 - border,
                length + 2 * border,
                height + 2 * border,
                6 * u,
                f.color("stage"));
        s.fillRound(-length / 2, -height / 2, length, height, 4 * u, paper);
        double inner = length - 8 * u;
        double cell = (inner - 3 * 1.5 * u) / 4;
        for (int i = 0; i < CELLS.length; i++) {
            s.fillRect(
                    -inner / 2 + i * (cell + 1.5 * u),
                    -height / 2 + 3 * u,
                    cell,
                    height - 6 * u,
                    Theme.mix(paper, color, CELLS[i]));
        }
        s.setStroke(border, Cap.BUTT);
        s.strokeRound(-length / 2, -height / 2, length, height, 4 * u, color);
        s.restore();
    }
}
