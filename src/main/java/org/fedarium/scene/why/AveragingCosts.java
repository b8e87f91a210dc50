package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.Optional;

/// What clients lose by combining: their own models after local training score better on their own
/// test data than the combined model, by 10 percentage points of accuracy or more, or with a loss
/// lower by a quarter or more.
final class AveragingCosts implements Cause {
    static final double POINTS = 0.1;
    private static final double QUARTER = 0.25;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        double own = e.metric("localMean");
        double combined = e.metric("cohortMean");
        boolean shares = e.scoresAreShares();
        double gap = shares ? own - combined : (combined - own) / combined;
        if (!(gap >= (shares ? POINTS : QUARTER)) || e.counted().length < 2) {
            return Optional.empty();
        }
        return Optional.of(
                e.reason(
                        known(),
                        0.4 + 0.3 * gap,
                        "scores",
                        StageLayout.NONE,
                        shares ? "averagingShare" : "averagingLoss",
                        shares ? Numbers.percent(own) : Numbers.shortText(own),
                        shares ? Numbers.percent(combined) : Numbers.shortText(combined)));
    }
}
