package org.fedarium.experiment;

import org.fedarium.algorithm.Coordination;
import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.algorithm.FederatedAlgorithm;
import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Chosen;
import org.fedarium.catalog.Note;
import org.fedarium.experiment.CombinationRule.Objection;
import org.fedarium.network.Rules;
import org.fedarium.privacy.Protection;
import org.fedarium.privacy.Protection.Where;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Which stages of the pipeline make sense together: who waits for whom, what privacy asks of
/// aggregation and compression.
final class PipelineRules {
    static final List<CombinationRule> RULES =
            List.of(
                    new CombinationRule("algorithm", "coordination", PipelineRules::steps),
                    new CombinationRule("coordination", "aggregation", PipelineRules::combining),
                    new CombinationRule("coordination", "participation", PipelineRules::cohorts),
                    new CombinationRule("coordination", "network", PipelineRules::waiting),
                    new CombinationRule("coordination", "compression", PipelineRules::messages),
                    new CombinationRule("coordination", "privacy", PipelineRules::accounting),
                    new CombinationRule("algorithm", "privacy", PipelineRules::oneVector),
                    new CombinationRule("privacy", "aggregation", PipelineRules::sums),
                    new CombinationRule("privacy", "compression", PipelineRules::lengths));

    private PipelineRules() {}

    private static Objection objection(String reason, BadInput message) {
        return new Objection(reason, message);
    }

    private static @Nullable Objection steps(Choices choices) {
        Coordination coordination = choices.coordination().entry();
        Chosen<FederatedAlgorithm> algorithm = choices.algorithm();
        Note reason = coordination.objectionTo(algorithm.entry(), algorithm.values());
        return reason == null
                ? null
                : objection(
                        reason.sentence(),
                        BadInput.of(
                                "combination.coordination",
                                "coordination.kind: {0} Set coordination.kind to \"rounds\", or"
                                        + " choose an algorithm such as fedavg.",
                                reason));
    }

    private static boolean isMean(Choices choices) {
        String id = choices.aggregation().entry().describe().id();
        return id.equals("weighted-mean") || id.equals("uniform-mean");
    }

    private static @Nullable Objection combining(Choices choices) {
        Chosen<Coordination> coordination = choices.coordination();
        if (isMean(choices)) {
            return null;
        }
        Rhythm rhythm = coordination.entry().rhythm();
        if (rhythm == Rhythm.MIXING) {
            return objection(
                    "Without a server the mixing weights are the aggregation; no rule chooses among"
                            + " updates.",
                    BadInput.of(
                            "combination.mixing-rule",
                            "aggregation.kind: without a server the mixing weights are the"
                                    + " aggregation; no rule chooses among updates. Set"
                                    + " aggregation.kind to \"weighted-mean\"."));
        }
        boolean alone =
                rhythm == Rhythm.VERSIONS
                        && coordination.entry().buffering(coordination.values()).size() == 1;
        return alone
                ? objection(
                        "Every update makes a version by itself, so there is nothing to compare it"
                                + " with.",
                        BadInput.of(
                                "combination.single-update",
                                "aggregation.kind: every update makes a version by itself, so there"
                                        + " is nothing to compare it with. Set aggregation.kind to"
                                        + " \"weighted-mean\", or coordination.kind to \"fedbuff\""
                                        + " with a larger buffer."))
                : null;
    }

    private static @Nullable Objection cohorts(Choices choices) {
        Rhythm rhythm = choices.coordination().entry().rhythm();
        if (rhythm == Rhythm.ROUNDS) {
            return null;
        }
        if (rhythm == Rhythm.VERSIONS && choices.participation().entry().independent()) {
            return objection(
                    "An asynchronous run keeps a fixed number of clients at work.",
                    BadInput.of(
                            "combination.concurrency",
                            "participation.kind: an asynchronous run keeps a fixed number of "
                                    + "clients at work. Set participation.kind to \"fixed-size\"."));
        }
        boolean over =
                choices.participation().entry().awaited(1000, choices.participation().values())
                        != Integer.MAX_VALUE;
        return over
                ? new Objection(
                        "Over-selection means that the server stops waiting for the slowest; here"
                                + " nobody waits.",
                        BadInput.of(
                                "combination.over-selection",
                                "participation.overSelection: over-selection means that the server"
                                        + " stops waiting for the slowest; with coordination {0} it"
                                        + " waits for nobody. Set it to 0.",
                                choices.coordination().entry().describe().id()))
                : null;
    }

    private static @Nullable Objection waiting(Choices choices) {
        Rhythm rhythm = choices.coordination().entry().rhythm();
        if (rhythm == Rhythm.ROUNDS) {
            return null;
        }
        Rules rules = Rules.of(choices.network().values());
        if (rules.deadline() > 0) {
            return new Objection(
                    "A deadline ends a synchronous round; here there is none.",
                    BadInput.of(
                            "combination.deadline",
                            "network.deadline: a deadline ends a synchronous round, but with"
                                    + " coordination {0} nobody waits. Set it to 0.",
                            choices.coordination().entry().describe().id()));
        }
        boolean late =
                choices.network().entry().hasStragglers(choices.network().values())
                        && !rules.partialWork();
        return rhythm == Rhythm.VERSIONS && late
                ? objection(
                        "Where nobody waits nobody is late, and no unfinished work is dropped.",
                        BadInput.of(
                                "combination.stragglers",
                                "network.kind: where nobody waits nobody is late, and no unfinished "
                                        + "work is dropped. Set network.kind to \"lognormal\" for slow "
                                        + "devices, or network.late to \"keep\"."))
                : null;
    }

    private static @Nullable Objection messages(Choices choices) {
        boolean mixing = choices.coordination().entry().rhythm() == Rhythm.MIXING;
        return mixing && !choices.compression().entry().isIdentity()
                ? objection(
                        "Neighbours exchange whole models; compressing those as if they were"
                                + " updates does not converge.",
                        BadInput.of(
                                "combination.mixing-compression",
                                "compression.kind: neighbours exchange whole models; compressing "
                                        + "those as if they were updates does not converge. Set "
                                        + "compression.kind to \"none\"."))
                : null;
    }

    private static Protection protection(Choices choices) {
        return choices.privacy().entry().protection(choices.privacy().values());
    }

    private static @Nullable Objection accounting(Choices choices) {
        Rhythm rhythm = choices.coordination().entry().rhythm();
        Protection protection = protection(choices);
        boolean plain = protection.equals(Protection.NONE);
        boolean clipsOnly = protection.where() == Where.NOWHERE && protection.secret() == null;
        if (rhythm == Rhythm.ROUNDS || plain || rhythm == Rhythm.VERSIONS && clipsOnly) {
            return null;
        }
        return objection(
                "Masks, the sum over an expected cohort and the accountant are defined for"
                        + " synchronous rounds.",
                BadInput.of(
                        "combination.accounting",
                        "privacy.kind: masks, the sum over an expected cohort and the "
                                + "accountant are defined for synchronous rounds. Set privacy.kind to "
                                + "\"none\", or coordination.kind to \"rounds\"."));
    }

    private static @Nullable Objection oneVector(Choices choices) {
        Chosen<FederatedAlgorithm> algorithm = choices.algorithm();
        Protection protection = protection(choices);
        boolean several = algorithm.entry().sent(algorithm.values()).size() > 1;
        boolean numbers = !algorithm.entry().sentScalars(algorithm.values()).isEmpty();
        if (numbers && !protection.equals(Protection.NONE)) {
            return objection(
                    "Clients also send numbers that are neither clipped nor masked.",
                    BadInput.of(
                            "combination.numbers",
                            "privacy.kind: clients also send numbers that are neither clipped "
                                    + "nor masked. Set privacy.kind to \"none\", or choose an algorithm "
                                    + "such as fedavg."));
        }
        return several && protection.clips()
                ? objection(
                        "The clipping bound holds for one vector, and clients send several.",
                        BadInput.of(
                                "combination.one-vector",
                                "privacy.kind: the clipping bound holds for one vector, and clients "
                                        + "send several. Set privacy.kind to \"none\", or choose an algorithm "
                                        + "such as fedavg."))
                : null;
    }

    private static @Nullable Objection sums(Choices choices) {
        Protection protection = protection(choices);
        if (isMean(choices)) {
            return null;
        }
        if (protection.secret() != null) {
            return objection(
                    "Under masks the server learns the sum alone and cannot compare updates.",
                    BadInput.of(
                            "combination.masked-rule",
                            "aggregation.kind: under masks the server learns the sum alone and "
                                    + "cannot compare updates. Set aggregation.kind to \"uniform-mean\" or "
                                    + "\"weighted-mean\"."));
        }
        return protection.where() == Where.SERVER
                ? objection(
                        "The server's noise is measured for a sum of clipped updates.",
                        BadInput.of(
                                "combination.noisy-rule",
                                "aggregation.kind: the server's noise is measured for a sum of "
                                        + "clipped updates. Set aggregation.kind to \"uniform-mean\"."))
                : null;
    }

    private static @Nullable Objection lengths(Choices choices) {
        Protection protection = protection(choices);
        if (choices.compression().entry().isIdentity()) {
            return null;
        }
        if (protection.secret() != null) {
            return objection(
                    "Masked vectors are dense and look random, so they cannot be compressed.",
                    BadInput.of(
                            "combination.masked-compression",
                            "compression.kind: masked vectors are dense and look random, so they "
                                    + "cannot be compressed. Set compression.kind to \"none\"."));
        }
        return protection.where() == Where.SERVER
                ? objection(
                        "Compression may lengthen an update beyond the clipping bound.",
                        BadInput.of(
                                "combination.longer",
                                "compression.kind: compression may lengthen an update beyond the "
                                        + "clipping bound. Set compression.kind to \"none\"."))
                : null;
    }
}
