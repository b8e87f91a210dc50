package org.fedarium.scene;

import org.fedarium.lab.Phase;
import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Cap;

/// Many clients as dots, the lines of a small cohort beneath them, and the model going out to all
/// at once. All dots are one pixel image, because a thousand small shapes cost more than a frame
/// lasts.
final class FieldPainter {
    // Cohorts up to this size get a line per member.
    private static final int MOST_LINES = 100;

    private final FieldDots dots = new FieldDots();

    void paint(Frame f) {
        lines(f);
        dots.paint(f);
        wave(f);
        for (int k = 0; k < f.layout().x().length; k++) {
            HostilePainter.paint(f, k);
        }
    }

    private void lines(Frame f) {
        Moment m = f.moment();
        boolean free = f.view().arrangement() != Arrangement.GRID;
        if (m.reports == null || m.reports.size() > MOST_LINES || !free) {
            return;
        }
        for (int s = 0; s < m.reports.size(); s++) {
            int k = m.reports.client()[s];
            Way path = Way.of(f, k, s);
            double from = 0;
            double to = 1;
            double width = 1;
            switch (m.state[k]) {
                case UPLOADING -> {
                    to = f.view().reducedMotion() ? 1 : m.slotTravel[s];
                    width = 0.35 * m.slotWidth[s];
                }
                case SENT, REJECTED -> width = 0.35 * m.slotWidth[s];
                case RECEIVING -> from = f.view().reducedMotion() ? 0 : 1 - m.slotTravel[s];
                default -> to = m.state[k] == ClientState.EMPTY ? 0 : 1;
            }
            boolean strong = m.state[k] == ClientState.UPLOADING;
            int color = Theme.alpha(f.color("ink3"), strong ? 0.75 : 0.3);
            f.surface().setStroke(Math.max(0.8, width), Cap.BUTT);
            path.draw(f.surface(), from, Math.max(to, 1e-6), color);
        }
    }

    /// The global model going out to everybody at once.
    private static void wave(Frame f) {
        if (f.moment().phase != Phase.BROADCAST
                || f.moment().reports == null
                || f.view().reducedMotion()) {
            return;
        }
        StageLayout l = f.layout();
        double t = Easing.inOut(f.moment().fraction);
        double reach = reach(l);
        double r = l.ringRadius() + (reach - l.ringRadius()) * t;
        f.surface().setStroke(2, Cap.BUTT);
        l.server().stroke(f.surface(), r, Theme.alpha(f.color("ink"), 0.5 * (1 - t)));
    }

    /// As far as the stage goes from the server; where all clients are on one side, on that side.
    private static double reach(StageLayout l) {
        if (l.server().isWhole()) {
            return Math.min(l.cx(), l.cy()) - 2;
        }
        double farthest = 0;
        for (int k = 0; k < l.x().length; k++) {
            farthest = Math.max(farthest, Math.hypot(l.x()[k] - l.cx(), l.y()[k] - l.cy()));
        }
        return farthest;
    }
}
