package org.fedarium.scene;

import org.fedarium.lab.Phase;
import org.fedarium.look.Theme;
import org.fedarium.network.Graph;
import org.fedarium.scene.StageLayout.Detail;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;
import org.fedarium.scene.Surface.Cap;

import java.util.List;

/// Without a server: the graph of who may talk to whom, the models that travel along its edges, and
/// where there is room in the middle the name of the mean, which nobody holds.
final class EdgePainter {
    /// Beyond this many edges a picture of them says nothing any more.
    static final int MOST_EDGES = 5000;

    // Up to these numbers of edges packets travel, and up to the other one dots do.
    private static final int MOST_PACKETS = 24;
    private static final int MOST_DOTS = 150;

    private EdgePainter() {}

    private record ExchangeKey(Object still, int round) {}

    /// @param key what the picture of the still parts depends on
    static void paint(Frame f, Object key) {
        double width = f.layout().width();
        double height = f.layout().height();
        List<Graph.Edge> edges = f.view().links().edges();
        if (edges.size() <= MOST_EDGES) {
            f.surface().layer("edges", key, width, height, s -> all(s, f, edges, "ghost", 0.55));
        }
        List<Graph.Edge> met = f.view().exchanged();
        double sent = f.view().playhead().progress(Phase.UPLOAD);
        double mixed = f.view().playhead().progress(Phase.AGGREGATE);
        if (sent <= 0 || mixed >= 1 || met.size() > MOST_EDGES) {
            return;
        }
        if (met.size() > MOST_DOTS) {
            int round = met.size() == edges.size() ? 0 : f.view().playhead().round();
            f.surface().save();
            f.surface().setAlpha(Math.min(sent * 2, 1 - mixed));
            f.surface()
                    .layer(
                            "exchange",
                            new ExchangeKey(key, round),
                            width,
                            height,
                            s -> all(s, f, met, "accent", 0.55));
            f.surface().restore();
            return;
        }
        for (Graph.Edge edge : met) {
            exchange(f, edge, met.size(), sent, mixed);
        }
    }

    private static void all(
            Surface s, Frame f, List<Graph.Edge> edges, String token, double opacity) {
        double crowd = Math.min(1, Math.sqrt(150.0 / Math.max(1, edges.size())));
        s.setStroke(Math.max(0.7, 1.8 * crowd), Cap.ROUND);
        int color = Theme.alpha(f.color(token), Math.max(0.12, opacity * crowd));
        for (Graph.Edge edge : edges) {
            LinkPath path = LinkPath.between(f, edge.a(), edge.b());
            s.line(path.x0(), path.y0(), path.x3(), path.y3(), color);
        }
    }

    /// Both ends' models on their way, then fading at the other end.
    private static void exchange(Frame f, Graph.Edge edge, int count, double sent, double mixed) {
        Surface s = f.surface();
        int[] ends = {edge.a(), edge.b()};
        boolean calm = f.view().reducedMotion();
        double travel = calm ? 1 : Easing.inOut(sent);
        double strength = (count <= MOST_PACKETS ? 0.45 : 0.3) * (1 - mixed);
        s.setStroke(Math.max(1.2, (count <= MOST_PACKETS ? 5 : 2.5) * f.unit()), Cap.ROUND);
        for (int i = 0; i < 2; i++) {
            LinkPath path = LinkPath.between(f, ends[i], ends[1 - i]);
            int color = Theme.alpha(f.view().mark(ends[i]), strength);
            path.draw(s, mixed / 2, Math.max(mixed / 2, travel), color);
        }
        if (mixed > 0) {
            return;
        }
        for (int i = 0; i < 2; i++) {
            LinkPath path = LinkPath.between(f, ends[i], ends[1 - i]);
            int mark = f.view().mark(ends[i]);
            double at = calm ? 0.8 : 0.12 + 0.76 * travel;
            boolean roomy = path.length() > 2.6 * PacketPainter.length(f);
            if (roomy && count <= MOST_PACKETS && f.layout().detail() == Detail.FULL) {
                PacketPainter.paint(f, path.beside(5 * f.unit()), at, 0, mark);
            } else {
                double r = Math.max(2, 4.5 * f.unit());
                s.fillCircle(path.x(at), path.y(at), r + 1, f.color("stage"));
                s.fillCircle(path.x(at), path.y(at), r, mark);
            }
        }
    }

    /// Where the server would stand, the mean of the models by its name.
    static void mean(Frame f) {
        StageLayout l = f.layout();
        if (l.serverScale() == 0) {
            return;
        }
        Surface s = f.surface();
        double u = l.serverScale();
        double half = 62 * u;
        double tall = 44 * u;
        double left = l.cx() - half;
        int paper = Theme.alpha(f.color("stage"), 0.88);
        s.fillRound(left, l.cy() - tall, 2 * half, 2 * tall, 12 * u, paper);
        MathText theta = MathText.of("θ\u0304_{" + f.view().playhead().globalVersion() + "}");
        double size = Math.max(20, 24 * u);
        double x = l.cx() - theta.width(s, size) / 2;
        theta.paint(s, x, l.cy() - 8 * u, size, f.color("ink"));
        FontSpec name = FontSpec.sans(Math.max(12, 12.5 * u), 600);
        FontSpec quiet = FontSpec.sans(Math.max(12, 12 * u), 400);
        double y = l.cy() + 12 * u;
        int ink = f.color("ink");
        s.text(f.text("stage.server"), l.cx(), y, name, ink, Align.CENTER, Base.MIDDLE);
        y += 1.35 * name.size();
        s.text(f.text("stage.mean"), l.cx(), y, quiet, f.color("ink3"), Align.CENTER, Base.MIDDLE);
    }
}
