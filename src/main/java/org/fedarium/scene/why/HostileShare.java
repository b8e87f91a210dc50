package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;

import java.util.Optional;
import java.util.stream.IntStream;

/// Attackers whose updates count, with 1 % of the weight or more. Their length is told when it is
/// at least one and a half times that of honest updates on average.
final class HostileShare implements Cause {
    static final double LEAST = 0.01;
    private static final double LONGER = 1.5;

    @Override
    public Phase known() {
        return Phase.AGGREGATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int[] counted = e.counted();
        int[] hostile = IntStream.of(counted).filter(e.reports::isHostile).toArray();
        int[] honest = IntStream.of(counted).filter(s -> !e.reports.isHostile(s)).toArray();
        double weight = IntStream.of(hostile).mapToDouble(s -> e.reports.weight()[s]).sum();
        if (weight < LEAST) {
            return Optional.empty();
        }
        double ratio = length(e, hostile) / length(e, honest);
        Reason reason =
                e.reason(
                        known(),
                        0.6 + weight + (ratio >= LONGER ? 0.1 : 0),
                        "weights",
                        e.client(hostile[0]),
                        "hostile",
                        hostile.length,
                        counted.length,
                        Numbers.percent(weight));
        return Optional.of(
                ratio >= LONGER && ratio < Double.POSITIVE_INFINITY
                        ? reason.and("hostileLong", Numbers.shortText(ratio))
                        : reason);
    }

    private static double length(Evidence e, int[] slots) {
        return IntStream.of(slots).mapToDouble(s -> e.reports.updateNorm()[s]).average().orElse(0);
    }
}
