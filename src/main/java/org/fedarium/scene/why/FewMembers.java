package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.scene.StageLayout;

import java.util.Optional;

/// Few clients at a time and a loss that goes up and down: at most a fifth of the clients counted,
/// and of the last 8 changes of the loss, each by 0.1 % or more, 3 or more went up and 3 or more
/// down. Silent where noise for privacy moves the model too.
final class FewMembers implements Cause {
    static final int STEPS = 8;
    private static final int LEAST = 3;
    private static final double CHANGE = 0.001;
    private static final int SHARE = 5;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int counted = e.counted().length;
        int clients = e.info.clients().size();
        if (!e.hasServer() || e.noisy() || SHARE * counted > clients || e.round() < STEPS) {
            return Optional.empty();
        }
        int up = 0;
        int down = 0;
        for (int r = e.round() - STEPS + 1; r <= e.round(); r++) {
            double ratio = e.loss(r) / e.loss(r - 1) - 1;
            up += ratio >= CHANGE ? 1 : 0;
            down += ratio <= -CHANGE ? 1 : 0;
        }
        return up < LEAST || down < LEAST
                ? Optional.empty()
                : Optional.of(
                        e.reason(
                                known(),
                                0.55,
                                "loss",
                                StageLayout.NONE,
                                "few",
                                counted,
                                clients,
                                up,
                                STEPS));
    }
}
