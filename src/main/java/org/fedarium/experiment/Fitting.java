package org.fedarium.experiment;

import org.fedarium.aggregation.Aggregator;
import org.fedarium.aggregation.Aggregators;
import org.fedarium.algorithm.Algorithms;
import org.fedarium.algorithm.FederatedAlgorithm;
import org.fedarium.data.DataSource;
import org.fedarium.data.DataSources;
import org.fedarium.data.Task;
import org.fedarium.model.ModelFamily;
import org.fedarium.model.Models;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Keeps an experiment runnable when a person chooses other data or another algorithm: a model that
/// cannot predict the new target, a split by clients that the new data do not have, an aggregation
/// or a local optimiser that does not go with the algorithm, is replaced by the first that fits.
/// What a file says is never altered; this is for choices made by hand.
public final class Fitting {
    private static final String BY_COLUMN = "by-column";

    private Fitting() {}

    /// The experiment with one setting replaced and what depends on it made to fit.
    public static Experiment with(Experiment experiment, String path, Object value) {
        Experiment next = experiment.with(path, value);
        return switch (path) {
            case "data.kind" -> fittedToData(next);
            case "algorithm.kind" -> fittedToAlgorithm(next);
            default -> next;
        };
    }

    /// The aggregation that an experiment has when none was chosen: the one that its algorithm is
    /// defined with, or else the one it has.
    static Experiment withOwnAggregation(Experiment experiment) {
        String own = Algorithms.ALL.find(experiment.section("algorithm").kind()).aggregation();
        return own == null ? experiment : experiment.with("aggregation.kind", own);
    }

    private static Experiment fittedToAlgorithm(Experiment experiment) {
        FederatedAlgorithm algorithm = Algorithms.ALL.find(experiment.section("algorithm").kind());
        Experiment result = withOwnAggregation(experiment);
        boolean severalVectors = algorithm.sent(result.section("algorithm").values()).size() > 1;
        Aggregator rule = Aggregators.ALL.find(result.section("aggregation").kind());
        if (severalVectors && !rule.takesVectorsSeparately()) {
            result = result.with("aggregation.kind", Schema.section("aggregation").first().id());
        }
        String optimizer = result.section("optimizer").kind();
        List<String> fitting = Combinations.optimizersFor(algorithm);
        return fitting.contains(optimizer)
                ? result
                : result.with("optimizer.kind", fitting.getFirst());
    }

    private static Experiment fittedToData(Experiment experiment) {
        DataSource source = DataSources.ALL.find(experiment.section("data").kind());
        return fitted(experiment, source.task(), source.mayHaveClients());
    }

    /// @param task    of the data; null when it is not known yet
    /// @param clients whether the data may say whose each example is
    static Experiment fitted(Experiment experiment, @Nullable Task task, boolean clients) {
        Experiment result = experiment;
        if (task != null && !Models.ALL.find(result.section("model").kind()).supports(task)) {
            result = result.with("model.kind", firstFor(task));
        }
        if (!clients && result.section("partition").kind().equals(BY_COLUMN)) {
            result = result.with("partition.kind", Schema.section("partition").first().id());
        }
        return result;
    }

    private static String firstFor(Task task) {
        for (ModelFamily family : Models.ALL.entries()) {
            if (family.supports(task)) {
                return family.describe().id();
            }
        }
        throw new IllegalStateException("Some model supports every task");
    }
}
