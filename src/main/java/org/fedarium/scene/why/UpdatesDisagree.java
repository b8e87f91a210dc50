package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.scene.Decimals;
import org.fedarium.scene.StageLayout;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The updates point in different directions: mean cosine between two of them below 0.2; they
/// disagree when it is below −0.005, which rounds to less than 0. (Of m updates that cancel out
/// altogether it is −1 / (m − 1).) Says what the mean keeps of their length where the aggregate is
/// a plain mean. Few classes per client are named when clients hold at most half of the classes on
/// average, and given as the cause when the updates disagree and every client that counts holds a
/// single class, not all the same.
final class UpdatesDisagree implements Cause {
    static final double LOW = 0.2;
    static final double NEGATIVE = -0.005;
    private static final double HALF = 0.5;

    @Override
    public Phase known() {
        return Phase.AGGREGATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        double cosine = e.metric("cosineMean");
        int[] counted = e.counted();
        if (!(cosine < LOW) || counted.length < 2) {
            return Optional.empty();
        }
        int away = (int) IntStream.of(counted).filter(s -> e.reports.cosine()[s] < 0).count();
        Reason reason =
                e.reason(
                        known(),
                        0.4 + 0.4 * (LOW - cosine) / (LOW + 1.0 / (counted.length - 1)),
                        "cosine",
                        farthest(e, counted),
                        key(cosine, away),
                        Evidence.cosine(cosine),
                        away,
                        counted.length);
        double kept = e.kept();
        if (kept < 1) {
            reason =
                    reason.and(
                            "kept",
                            Numbers.shortText(e.meanNorm()),
                            Numbers.shortText(e.step.updateNorm()));
        }
        return Optional.of(classes(e, reason, counted, cosine));
    }

    private static String key(double cosine, int away) {
        if (cosine >= NEGATIVE) {
            return "littleInCommon";
        }
        return away > 0 ? "disagreeAway" : "disagree";
    }

    private static Reason classes(Evidence e, Reason reason, int[] counted, double cosine) {
        if (e.classes() < 2) {
            return reason;
        }
        Set<Integer> single = new HashSet<>();
        double held = 0;
        boolean one = true;
        for (int s : counted) {
            int own = 0;
            for (int c = 0; c < e.classes(); c++) {
                if (e.labels(s)[c] > 0) {
                    own++;
                    single.add(c);
                }
            }
            one &= own == 1;
            held += (double) own / counted.length;
        }
        if (one && single.size() > 1) {
            return reason.and(cosine < NEGATIVE ? "oneClass" : "oneClassEach");
        }
        return held <= HALF * e.classes()
                ? reason.and("fewClasses", new Decimals(1).text(held), e.classes())
                : reason;
    }

    private static int farthest(Evidence e, int[] counted) {
        return IntStream.of(counted)
                .filter(s -> !Double.isNaN(e.reports.cosine()[s]))
                .boxed()
                .min(Comparator.comparingDouble(s -> e.reports.cosine()[s]))
                .map(e::client)
                .orElse(StageLayout.NONE);
    }
}
