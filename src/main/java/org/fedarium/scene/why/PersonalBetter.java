package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.Optional;

/// Personal models are better for their clients than the common one: by 2 percentage points of
/// accuracy or more, or with a loss lower by 5 % or more, mean over clients on their own test data.
final class PersonalBetter implements Cause {
    static final double POINTS = 0.02;
    private static final double LOWER = 0.05;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        double personal = e.metric("personalMean");
        double common = e.metric("clientMean");
        boolean shares = e.scoresAreShares();
        double gap = shares ? personal - common : (common - personal) / common;
        if (!e.hasServer() || !(gap >= (shares ? POINTS : LOWER))) {
            return Optional.empty();
        }
        return Optional.of(
                e.reason(
                        known(),
                        0.45 + (shares ? gap : gap / 2),
                        "scores",
                        StageLayout.NONE,
                        shares ? "personalShare" : "personalLoss",
                        shares ? Numbers.percent(personal) : Numbers.shortText(personal),
                        shares ? Numbers.percent(common) : Numbers.shortText(common)));
    }
}
