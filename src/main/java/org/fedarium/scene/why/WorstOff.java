package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.Optional;

/// The model is not equally good for all: on their own test data the worst tenth of the clients is
/// 15 percentage points of accuracy or more below the mean, or has twice its loss or more.
final class WorstOff implements Cause {
    static final double POINTS = 0.15;
    private static final double TWICE = 2;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        double worst = e.metric("clientWorstDecile");
        double mean = e.metric("clientMean");
        boolean shares = e.scoresAreShares();
        boolean far = shares ? mean - worst >= POINTS : worst >= TWICE * mean;
        if (!far) {
            return Optional.empty();
        }
        return Optional.of(
                e.reason(
                        known(),
                        shares ? 0.3 + 0.5 * (mean - worst) : 0.3 + 0.4 * (1 - mean / worst),
                        "spread",
                        StageLayout.NONE,
                        shares ? "worstShare" : "worstLoss",
                        shares ? Numbers.percent(worst) : Numbers.shortText(worst),
                        shares ? Numbers.percent(mean) : Numbers.shortText(mean)));
    }
}
