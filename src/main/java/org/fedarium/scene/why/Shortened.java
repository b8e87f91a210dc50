package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.RoundSettings;
import org.fedarium.simulation.ClientReports.Status;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Updates cut to a largest length, at a quarter of the clients that count or more: by the rule of
/// aggregation, which reports the factor, or for privacy, where an update at the clipping bound (up
/// to rounding) was cut. Nothing is said where clients add noise after clipping or send codes:
/// lengths no longer show it.
final class Shortened implements Cause {
    static final int QUARTER = 4;
    private static final double ROUNDING = 1e-9;

    @Override
    public Phase known() {
        return Phase.AGGREGATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int[] counted = e.counted();
        int[] byRule =
                IntStream.of(counted)
                        .filter(s -> e.reports.statusOf(s) == Status.CLIPPED)
                        .toArray();
        if (byRule.length > 0 && QUARTER * byRule.length >= counted.length) {
            double factor =
                    IntStream.of(byRule)
                            .mapToDouble(s -> e.reports.factor()[s])
                            .average()
                            .orElse(1);
            int most =
                    IntStream.of(byRule)
                            .boxed()
                            .min(Comparator.comparingDouble(s -> e.reports.factor()[s]))
                            .orElseThrow();
            return Optional.of(
                    e.reason(
                            known(),
                            0.3 + 0.4 * (1 - factor),
                            "weights",
                            e.client(most),
                            "shortened",
                            byRule.length,
                            counted.length,
                            Numbers.percent(factor)));
        }
        return atBound(e, counted);
    }

    private Optional<Reason> atBound(Evidence e, int[] counted) {
        double bound = e.metric("clippingBound");
        String kind = e.settings.section("privacy").kind();
        boolean visible = kind.equals("central-dp") || kind.equals("clipping");
        if (!(bound > 0) || !visible || RoundSettings.of(e.view).compressed()) {
            return Optional.empty();
        }
        int[] cut =
                IntStream.of(counted)
                        .filter(
                                s ->
                                        Math.abs(e.reports.updateNorm()[s] - bound)
                                                <= ROUNDING * bound)
                        .toArray();
        return cut.length == 0 || QUARTER * cut.length < counted.length
                ? Optional.empty()
                : Optional.of(
                        e.reason(
                                known(),
                                0.35 + 0.2 * cut.length / counted.length,
                                "drift",
                                e.client(cut[0]),
                                "bound",
                                cut.length,
                                counted.length,
                                Numbers.shortText(bound)));
    }
}
