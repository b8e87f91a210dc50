package org.fedarium.scene.why;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.experiment.Choice;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Numbers;
import org.fedarium.privacy.PrivacyMechanisms;
import org.fedarium.scene.Decimals;
import org.fedarium.scene.RoundSettings;
import org.fedarium.scene.StageView;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.StepRecord;

import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What was measured in the step under the playhead, and the settings that held in it. A [Cause]
/// may use only what is known at the end of its own phase.
final class Evidence {
    final StageView view;
    final StepRecord step;
    final ClientReports reports;
    final RunInfo info;
    final RunInfo.Segment segment;
    final Experiment settings;

    /// @param view of a step, not of the initial model
    Evidence(StageView view) {
        this.view = view;
        this.step = Objects.requireNonNull(view.step());
        this.reports = step.reports();
        this.info = view.timeline().info();
        this.segment = info.segmentAt(step.round());
        this.settings = info.experiment().at(step.round());
    }

    int round() {
        return step.round();
    }

    /// A metric after the step; NaN where it does not apply.
    double metric(String id) {
        int column = info.metricIndex(id);
        return column < 0 ? Double.NaN : step.metrics()[column];
    }

    /// A metric after this or an earlier step.
    double metric(int asked, String id) {
        int column = info.metricIndex(id);
        if (asked > round()) {
            throw new IllegalArgumentException("Beyond the playhead: " + asked);
        }
        return column < 0 || asked < 0 ? Double.NaN : view.timeline().metric(asked, column);
    }

    double loss(int asked) {
        return metric(asked, info.mainLoss().id());
    }

    double lossBefore() {
        return loss(round() - 1);
    }

    double lossAfter() {
        return loss(round());
    }

    /// Scores of clients are accuracies, shown as percentages; else losses.
    boolean scoresAreShares() {
        return info.mainMetric().share();
    }

    boolean hasServer() {
        return view.rhythm() != Rhythm.MIXING;
    }

    int[] slots(IntPredicate wanted) {
        return IntStream.range(0, reports.size()).filter(wanted).toArray();
    }

    /// Those whose update is part of the aggregate.
    int[] counted() {
        return slots(s -> reports.statusOf(s).counts());
    }

    /// Those that trained and were measured before and after, without attackers.
    int[] trained() {
        return slots(
                s ->
                        !reports.isHostile(s)
                                && !Double.isNaN(reports.lossBefore()[s])
                                && !Double.isNaN(reports.lossAfter()[s]));
    }

    long examples(int[] slots) {
        return IntStream.of(slots).mapToLong(s -> reports.examples()[s]).sum();
    }

    int client(int slot) {
        return reports.client()[slot];
    }

    String name(int slot) {
        return view.shortName(client(slot));
    }

    /// How long the aggregate is against the mean length of the updates in it: 1 when all point the
    /// same way, near 0 when they cancel out; NaN where the aggregate is not their plain mean.
    double kept() {
        RoundSettings round = RoundSettings.of(view);
        double mean = meanNorm();
        return view.rhythm() == Rhythm.ROUNDS
                        && round.averagesModels()
                        && settings.section("privacy").kind().equals("none")
                        && mean > 0
                ? step.updateNorm() / mean
                : Double.NaN;
    }

    /// Mean length of the updates that count, by their weights.
    double meanNorm() {
        double sum = 0;
        for (int s : counted()) {
            sum += reports.weight()[s] * reports.updateNorm()[s];
        }
        return sum;
    }

    /// Number of classes; 0 for a regression.
    int classes() {
        return view.showsDeciles() ? 0 : info.dataset().classNames().size();
    }

    String className(int label) {
        return info.dataset().classNames().get(label);
    }

    int[] labels(int slot) {
        return segment.labelCounts()[client(slot)];
    }

    /// Whether noise for privacy is part of what was combined.
    boolean noisy() {
        Choice privacy = settings.section("privacy");
        return PrivacyMechanisms.ALL.find(privacy.kind()).protection(privacy.values()).noise() > 0;
    }

    /// A cosine with two decimal places.
    static String cosine(double value) {
        return new Decimals(2).text(value);
    }

    /// A small share as a percentage; what would be rounded to nothing is `< 0.1 %`.
    static String small(double share) {
        return share < 0.0005 ? "< " + Numbers.percent(0.001) : Numbers.percent(share);
    }

    /// A reason about this step.
    ///
    /// @param plot empty for none
    Reason reason(
            Phase phase, double strength, String plot, int client, String key, Object... numbers) {
        Phase shown = phase.ordinal() < Phase.TRAIN.ordinal() && !hasServer() ? Phase.TRAIN : phase;
        return new Reason(
                List.of(Reason.Part.of(key, numbers)),
                Math.clamp(strength, 0, 1),
                new Playhead(round(), shown, 1),
                client,
                plot);
    }
}
