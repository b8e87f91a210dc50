package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.RoundSettings;
import org.fedarium.scene.StageLayout;

import java.util.Optional;
import java.util.stream.IntStream;

/// Compression that is on, in bytes: what a client sends against what it received, when that is
/// less than half.
final class Compressed implements Cause {
    private static final double HALF = 0.5;

    @Override
    public Phase known() {
        return Phase.UPLOAD;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        if (!RoundSettings.of(e.view).compressed()) {
            return Optional.empty();
        }
        int[] there = e.slots(e.reports::arrives);
        double up = IntStream.of(there).mapToLong(s -> e.reports.bytesUp()[s]).average().orElse(0);
        double down =
                IntStream.of(there).mapToLong(s -> e.reports.bytesDown()[s]).average().orElse(0);
        if (!(up > 0) || !(up < HALF * down)) {
            return Optional.empty();
        }
        return Optional.of(
                e.reason(
                        known(),
                        0.35,
                        "traffic",
                        StageLayout.NONE,
                        "compressed",
                        Numbers.bytes(Math.round(up)),
                        Numbers.bytes(Math.round(down))));
    }
}
