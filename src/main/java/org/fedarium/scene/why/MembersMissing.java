package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.simulation.ClientReports.Status;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Late and lost clients took a tenth of the members' examples or more with them. Names the class
/// that loses most when it loses half of its examples and at least one and a half times the share
/// that is lost of all; of those that are gone altogether [ClassesMissing] speaks.
final class MembersMissing implements Cause {
    static final double LEAST = 0.1;
    private static final double HALF = 0.5;
    private static final double MORE_THAN_ALL = 1.5;

    @Override
    public Phase known() {
        return Phase.UPLOAD;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int[] missing = e.slots(s -> isMissing(e, s));
        long all = e.examples(e.slots(s -> true));
        double share = all == 0 ? 0 : (double) e.examples(missing) / all;
        if (missing.length == 0 || share < LEAST) {
            return Optional.empty();
        }
        int largest =
                IntStream.of(missing)
                        .boxed()
                        .max(Comparator.comparingInt(s -> e.reports.examples()[s]))
                        .orElseThrow();
        int late = (int) IntStream.of(missing).filter(s -> isLate(e, s)).count();
        Reason reason =
                e.reason(
                        known(),
                        0.4 + 0.6 * share,
                        "clock",
                        e.client(largest),
                        key(late, missing.length - late),
                        late,
                        missing.length - late,
                        e.reports.size(),
                        Numbers.percent(share));
        return Optional.of(hit(e, reason, share));
    }

    private static String key(int late, int lost) {
        return late == 0 ? "missingLost" : lost == 0 ? "missingLate" : "missing";
    }

    private static Reason hit(Evidence e, Reason reason, double share) {
        int worst = -1;
        double most = Math.max(HALF, MORE_THAN_ALL * share);
        for (int c = 0; c < e.classes(); c++) {
            long all = 0;
            long lost = 0;
            for (int s = 0; s < e.reports.size(); s++) {
                all += e.labels(s)[c];
                lost += isMissing(e, s) ? e.labels(s)[c] : 0;
            }
            double part = all == 0 ? 0 : (double) lost / all;
            if (part >= most && part < 1) {
                most = part;
                worst = c;
            }
        }
        return worst < 0
                ? reason
                : reason.and("missingClass", e.className(worst), Numbers.percent(most));
    }

    private static boolean isLate(Evidence e, int slot) {
        return e.reports.statusOf(slot) == Status.LATE;
    }

    private static boolean isMissing(Evidence e, int slot) {
        return isLate(e, slot) || e.reports.statusOf(slot) == Status.DROPPED;
    }
}
