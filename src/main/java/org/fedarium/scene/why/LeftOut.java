package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.simulation.ClientReports.Status;

import java.util.Optional;
import java.util.stream.IntStream;

/// The rule left updates out: says how many of them were honest, because those cost something.
final class LeftOut implements Cause {
    @Override
    public Phase known() {
        return Phase.AGGREGATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int[] out = e.slots(s -> e.reports.statusOf(s) == Status.REJECTED);
        if (out.length == 0) {
            return Optional.empty();
        }
        int[] honest = IntStream.of(out).filter(s -> !e.reports.isHostile(s)).toArray();
        long arrived = e.examples(e.slots(e.reports::arrives));
        double lost = arrived == 0 ? 0 : (double) e.examples(honest) / arrived;
        boolean all = honest.length == 0;
        return Optional.of(
                e.reason(
                        known(),
                        all ? 0.5 : 0.4 + 0.5 * lost,
                        "weights",
                        e.client(all ? out[0] : honest[0]),
                        all ? "outHostile" : "outHonest",
                        out.length,
                        honest.length,
                        Numbers.percent(lost)));
    }
}
