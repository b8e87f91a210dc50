package org.fedarium.scene;

import org.fedarium.lab.Phase;

/// What of an aggregation lies under the pointer: the server, or a link on which an update travels.
public final class StageHit {
    /// Neither the server nor a link.
    public static final int NOTHING = -1;

    /// The server.
    public static final int SERVER = -2;

    private static final double REACH = 8;
    private static final int SAMPLES = 40;

    private StageHit() {}

    /// The client of the link at a point, [#SERVER] or [#NOTHING]. Links answer from the upload to
    /// the end of the aggregation.
    public static int of(Surface s, StageView view, double x, double y) {
        StageLayout layout = StageLayout.of(view);
        int hit = layout.hit(x, y);
        if (hit == StageLayout.SERVER) {
            return SERVER;
        }
        Phase phase = view.playhead().phase();
        boolean travelling = phase == Phase.UPLOAD || phase == Phase.AGGREGATE;
        if (hit >= 0 || !travelling || layout.detail() == StageLayout.Detail.FIELD) {
            return NOTHING;
        }
        Frame f = new Frame(s, view, layout, new Moment(view, layout));
        int nearest = NOTHING;
        double best = REACH * REACH;
        for (int k = 0; k < view.clients(); k++) {
            int slot = f.moment().slot[k];
            Way path = slot < 0 ? null : Way.of(f, k, slot);
            for (int i = 0; path != null && i <= SAMPLES; i++) {
                double dx = path.x((double) i / SAMPLES) - x;
                double dy = path.y((double) i / SAMPLES) - y;
                if (dx * dx + dy * dy <= best) {
                    best = dx * dx + dy * dy;
                    nearest = k;
                }
            }
        }
        return nearest;
    }
}
