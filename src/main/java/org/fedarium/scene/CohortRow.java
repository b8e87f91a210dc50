package org.fedarium.scene;

import org.fedarium.look.Theme;
import org.fedarium.scene.Surface.Align;
import org.fedarium.scene.Surface.Base;

/// Which clients are drawn: one cell per client, in client order; chips with numbers where they
/// fit.
final class CohortRow {
    private static final double CHIP = 31;

    private CohortRow() {}

    static void paint(
            Surface s,
            StageView view,
            Moment moment,
            double left,
            double right,
            double top,
            double type) {
        int n = view.clients();
        double pitch = (right - left) / n;
        boolean named = pitch >= CHIP * type;
        double gap = named ? Math.min(6, pitch - 29 * type) : pitch > 6 ? 2 : pitch > 3 ? 1 : 0;
        double width = Math.min(named ? 64 * type : 40, pitch - gap);
        double height = named ? TermRow.HEIGHT * type : 16 * type;
        double y = top + (TermRow.HEIGHT * type - height) / 2;
        FontSpec font = FontSpec.sans(12.5 * type, 600);
        for (int k = 0; k < n; k++) {
            boolean drawn = moment.slot[k] >= 0 && moment.appeared(k) > 0.5;
            int mark = view.mark(k);
            int plain = view.theme().color("sunken");
            int fill =
                    !drawn
                            ? plain
                            : named ? Theme.mix(view.theme().color("surface"), mark, 0.14) : mark;
            double x = left + k * (width + gap);
            s.fillRound(x, y, width, height, Math.min(6, width / 3), fill);
            if (named) {
                if (drawn) {
                    s.fillRect(x + 4, y + height - 3, width - 8, 3, mark);
                }
                int ink = view.theme().color(drawn ? "ink" : "ink3");
                s.text(
                        "C" + (k + 1),
                        x + width / 2,
                        y + height / 2,
                        font,
                        ink,
                        Align.CENTER,
                        Base.MIDDLE);
            }
        }
    }
}
