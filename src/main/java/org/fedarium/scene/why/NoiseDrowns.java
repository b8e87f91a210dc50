package org.fedarium.scene.why;

import org.fedarium.algorithm.Participation;
import org.fedarium.algorithm.Participations;
import org.fedarium.experiment.Choice;
import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.privacy.PrivacyMechanisms;
import org.fedarium.privacy.Protection;
import org.fedarium.scene.RoundSettings;
import org.fedarium.scene.StageLayout;

import java.util.Optional;

/// Noise for privacy against the combined update that holds it. The noise is σ√d long up to
/// chance, σ its standard deviation per parameter, d their number; speaks when its square is a
/// quarter of the combined update's or more, and says that most of it is noise from a half on.
final class NoiseDrowns implements Cause {
    static final double QUARTER = 0.25;
    private static final double HALF = 0.5;

    @Override
    public Phase known() {
        return Phase.AGGREGATE;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        double bound = e.metric("clippingBound");
        double norm = e.step.updateNorm();
        RoundSettings round = RoundSettings.of(e.view);
        if (!(bound > 0) || !(norm > 0) || round.compressed() || !round.plainMean()) {
            return Optional.empty();
        }
        double length = deviation(e, bound) * Math.sqrt(e.info.layout().size());
        double share = length * length / (norm * norm);
        if (!(share >= QUARTER)) {
            return Optional.empty();
        }
        return Optional.of(
                e.reason(
                        known(),
                        0.4 + 0.5 * Math.min(1, share),
                        "drift",
                        StageLayout.NONE,
                        share >= HALF ? "noiseMost" : "noise",
                        Numbers.shortText(length),
                        Numbers.shortText(norm),
                        e.info.layout().size()));
    }

    /// Standard deviation of the noise in each entry of the combined update.
    private static double deviation(Evidence e, double bound) {
        Choice privacy = e.settings.section("privacy");
        Protection protection =
                PrivacyMechanisms.ALL.find(privacy.kind()).protection(privacy.values());
        Choice choice = e.settings.section("participation");
        Participation rule = Participations.ALL.find(choice.kind());
        int clients = e.info.clients().size();
        double expected =
                rule.independent()
                        ? choice.values().real("fraction") * clients
                        : rule.expected(clients, choice.values());
        double squares = 0;
        for (int s : e.counted()) {
            squares += e.reports.weight()[s] * e.reports.weight()[s];
        }
        double server = protection.onSum(bound, expected) / expected;
        return Math.max(server, protection.onUpdate(bound, expected) * Math.sqrt(squares));
    }
}
