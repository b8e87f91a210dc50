package org.fedarium.scene.why;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.Staleness;

import java.util.Optional;
import java.util.stream.IntStream;

/// Updates that were trained from models the server has left: mean age of those that count at least
/// one and a half versions.
final class OldUpdates implements Cause {
    static final double OLD = 1.5;

    @Override
    public Phase known() {
        return Phase.UPLOAD;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        if (e.view.rhythm() != Rhythm.VERSIONS) {
            return Optional.empty();
        }
        double mean =
                IntStream.of(e.slots(e.reports::arrives))
                        .map(s -> Staleness.age(e.step, s))
                        .average()
                        .orElse(0);
        Staleness staleness = Staleness.of(e.view, e.step);
        int oldest = staleness.oldest();
        if (mean < OLD || oldest < 0) {
            return Optional.empty();
        }
        return Optional.of(
                e.reason(
                        known(),
                        0.4 + Math.min(0.3, 0.03 * mean),
                        "clock",
                        e.client(oldest),
                        "old",
                        Numbers.shortText(mean),
                        e.name(oldest),
                        Staleness.age(e.step, oldest),
                        Numbers.shortText(staleness.factor(oldest))));
    }
}
