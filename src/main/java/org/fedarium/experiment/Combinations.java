package org.fedarium.experiment;

import org.fedarium.aggregation.Aggregator;
import org.fedarium.algorithm.Coordination;
import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.algorithm.FederatedAlgorithm;
import org.fedarium.algorithm.Optimizer;
import org.fedarium.algorithm.Optimizers;
import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Chosen;
import org.fedarium.catalog.Described;
import org.fedarium.catalog.Note;
import org.fedarium.experiment.CombinationRule.Objection;
import org.fedarium.simulation.Plan;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// Which choices make sense together. Refusals say why, and what to choose instead. Rules about
/// choices alone are one method and one line in [#RULES], and appear in `docs/combinations.md`;
/// what depends on the data (the cohort's size, memory) is checked with the plan.
final class Combinations {
    /// The first objection counts, so the most telling rule of a pair comes first.
    static final List<CombinationRule> RULES =
            Stream.concat(
                            Stream.of(
                                    new CombinationRule(
                                            "algorithm",
                                            "aggregation",
                                            Combinations::severalVectors),
                                    new CombinationRule(
                                            "algorithm",
                                            "aggregation",
                                            Combinations::ownAggregation),
                                    new CombinationRule(
                                            "algorithm",
                                            "optimizer",
                                            Combinations::localOptimizer)),
                            PipelineRules.RULES.stream())
                    .toList();

    private static final long MAX_BYTES = 512L << 20;

    private Combinations() {}

    /// What is wrong with the choices of an experiment, whatever its data; null when nothing is.
    static @Nullable Objection objection(Experiment experiment) {
        return first(RULES, experiment);
    }

    /// The same for two sections alone: other choices of the experiment may be refused.
    static @Nullable Objection objection(Experiment experiment, String section, String other) {
        return first(RULES.stream().filter(r -> r.isAbout(section, other)).toList(), experiment);
    }

    private static @Nullable Objection first(List<CombinationRule> rules, Experiment experiment) {
        Choices choices = new Choices(experiment);
        for (CombinationRule rule : rules) {
            Objection objection = rule.check().to(choices);
            if (objection != null) {
                return objection;
            }
        }
        return null;
    }

    /// @param settings what holds in the plan's rounds
    /// @throws BadInput for the first choices that cannot work together
    static void check(Experiment settings, Plan plan) {
        Objection objection = objection(settings);
        if (objection != null) {
            throw objection.message();
        }
        plan.aggregation().entry().check(combined(plan), plan.aggregation().values());
        plan.check();
        checkMemory(plan);
    }

    private static @Nullable Objection severalVectors(Choices choices) {
        Chosen<FederatedAlgorithm> algorithm = choices.algorithm();
        Aggregator rule = choices.aggregation().entry();
        List<String> sent = algorithm.entry().sent(algorithm.values());
        if (sent.size() == 1 || rule.takesVectorsSeparately()) {
            return null;
        }
        String own = algorithm.entry().aggregation();
        return new Objection(
                "Clients send several vectors; the rule is made for one, and would treat clients"
                        + " differently in each.",
                BadInput.of(
                        "combination.vectors",
                        "aggregation.kind: {0} chooses or weighs clients by one vector, but with"
                                + " {1} every client sends {2} ({3}), and it would choose"
                                + " differently for each. Set aggregation.kind to \"{4}\", or"
                                + " choose an algorithm that sends the model only, such as fedavg.",
                        rule.describe(),
                        algorithm.entry().describe(),
                        sent.size(),
                        sent.stream().map(v -> Note.word("vector", v)).toList(),
                        own == null ? "weighted-mean" : own));
    }

    private static @Nullable Objection ownAggregation(Choices choices) {
        FederatedAlgorithm algorithm = choices.algorithm().entry();
        Aggregator rule = choices.aggregation().entry();
        String own = algorithm.aggregation();
        if (own == null || own.equals(id(rule))) {
            return null;
        }
        return new Objection(
                "The algorithm is defined with `"
                        + own
                        + "`; with another rule its steps are"
                        + " wrong.",
                BadInput.of(
                        "combination.aggregation",
                        "aggregation.kind: {0} is defined with \"{1}\" and its steps are wrong with"
                                + " \"{2}\". Set aggregation.kind to \"{1}\", or choose another"
                                + " algorithm, such as fedavg.",
                        algorithm.describe(),
                        own,
                        id(rule)));
    }

    private static @Nullable Objection localOptimizer(Choices choices) {
        FederatedAlgorithm algorithm = choices.algorithm().entry();
        Optimizer optimizer = choices.optimizer().entry();
        Note objection = algorithm.objectionTo(optimizer);
        if (objection == null) {
            return null;
        }
        return new Objection(
                objection.sentence(),
                BadInput.of(
                        "combination.optimizer",
                        "optimizer.kind: {0} does not work with {1}. {2} Set optimizer.kind to one"
                                + " of: {3}.",
                        algorithm.describe(),
                        optimizer.describe(),
                        objection,
                        String.join(", ", optimizersFor(algorithm))));
    }

    /// Ids of the local optimisers that an algorithm works with, in the order of the catalog.
    static List<String> optimizersFor(FederatedAlgorithm algorithm) {
        return Optimizers.ALL.entries().stream()
                .filter(o -> algorithm.objectionTo(o) == null)
                .map(Combinations::id)
                .toList();
    }

    /// How many clients take part in a round.
    private static int cohort(Plan plan) {
        return plan.participation()
                .entry()
                .expected(plan.data().clients(), plan.participation().values());
    }

    /// How many updates the rule combines at once.
    private static int combined(Plan plan) {
        Coordination coordination = plan.coordination().entry();
        return coordination.rhythm() == Rhythm.VERSIONS
                ? coordination.buffering(plan.coordination().values()).size()
                : cohort(plan);
    }

    private static void checkMemory(Plan plan) {
        Aggregator rule = plan.aggregation().entry();
        long perVector = 8L * plan.model().layout().size();
        boolean all = rule.needsAll() || plan.adversary().entry().corruptsUpdates();
        long held = all ? cohort(plan) : 0;
        held += (long) plan.data().clients() * rule.memory(plan.aggregation().values()).size();
        if (held * perVector > MAX_BYTES) {
            throw BadInput.of(
                    "combination.memory",
                    "aggregation.kind: {0} must hold {1} updates of {2} parameters at once, {3} MB;"
                            + " at most {4} MB are allowed. Use fewer clients, a smaller model, or"
                            + " a mean.",
                    rule.describe(),
                    held,
                    plan.model().layout().size(),
                    held * perVector >> 20,
                    MAX_BYTES >> 20);
        }
    }

    private static String id(Described entry) {
        return entry.describe().id();
    }
}
