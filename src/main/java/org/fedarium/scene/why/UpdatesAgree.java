package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.StageLayout;

import java.util.Optional;

/// The updates point the same way: mean cosine between two of them at least 0.6 while the loss fell
/// by 1 % or more.
final class UpdatesAgree implements Cause {
    static final double HIGH = 0.6;
    private static final double FELL = 0.01;

    @Override
    public Phase known() {
        return Phase.EVALUATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        double cosine = e.metric("cosineMean");
        double fall = (e.lossBefore() - e.lossAfter()) / e.lossBefore();
        if (!(cosine >= HIGH) || !(fall >= FELL) || e.counted().length < 2) {
            return Optional.empty();
        }
        double kept = e.kept();
        return Optional.of(
                kept <= 1
                        ? e.reason(
                                Phase.AGGREGATE,
                                0.3 + 0.3 * cosine,
                                "cosine",
                                StageLayout.NONE,
                                "agreeKept",
                                Evidence.cosine(cosine),
                                Numbers.percent(kept))
                        : e.reason(
                                Phase.AGGREGATE,
                                0.3 + 0.3 * cosine,
                                "cosine",
                                StageLayout.NONE,
                                "agree",
                                Evidence.cosine(cosine)));
    }
}
