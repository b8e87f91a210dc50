package org.fedarium.experiment;

import org.fedarium.data.DataSource;
import org.fedarium.data.DataSources;
import org.fedarium.data.Task;
import org.fedarium.model.ModelFamily;
import org.fedarium.model.Models;

/// Keeps an experiment runnable when a person chooses other data: a model that cannot predict the
/// new target, or a split by clients that the new data do not have, is replaced by the first that
/// fits. What a file says is never altered; this is for choices made by hand.
public final class Fitting {
    private static final String BY_COLUMN = "by-column";

    private Fitting() {}

    /// The experiment with one setting replaced and what depends on it made to fit.
    public static Experiment with(Experiment experiment, String path, Object value) {
        Experiment next = experiment.with(path, value);
        return path.equals("data.kind") ? fitted(next) : next;
    }

    private static Experiment fitted(Experiment experiment) {
        DataSource source = DataSources.ALL.find(experiment.section("data").kind());
        Experiment result = experiment;
        Task task = source.task();
        if (task != null && !Models.ALL.find(result.section("model").kind()).supports(task)) {
            result = result.with("model.kind", firstFor(task));
        }
        if (!source.mayHaveClients() && result.section("partition").kind().equals(BY_COLUMN)) {
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
