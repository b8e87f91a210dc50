package org.fedarium.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fedarium.catalog.Note;
import org.fedarium.experiment.ExperimentJson;
import org.fedarium.lab.Reached;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.model.MetricSpec;
import org.fedarium.model.MetricSpecs;
import org.fedarium.privacy.Statement;
import org.fedarium.simulation.ReferenceCurves;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `summary.json` holds: enough to repeat the run and to compare it. No clock, no machine:
/// the same experiment gives the same file.
///
/// @param outcome      `finished`, `stopped` by the privacy budget, `diverged`, `cancelled`, or
///     `failed` in a step that could not be computed
/// @param reason       why it stopped early; empty when it did not
/// @param step         what is counted as a round: `round`, `server version` (asynchronous runs) or
///     `mixing step` (runs without a server)
/// @param lastRound    the last computed round
/// @param resultHash   SHA-256 over the bits of all results in step order
/// @param finalMetrics after the last computed round, by id; null where undefined
/// @param target       when evaluation.target was reached; null when no target was set
/// @param privacy      what may be said about privacy; null when nothing protects the run
/// @param references   the metrics on pooled data of what the run is compared with
/// @param parameters   which models `parameters.csv` holds, and why
/// @param notes        sentences a person must know about the data and the numbers
record Summary(
        String program,
        String version,
        String outcome,
        String reason,
        String step,
        long seed,
        int rounds,
        int lastRound,
        int clients,
        int parameterCount,
        String resultHash,
        String experimentHash,
        Map<String, @Nullable Double> finalMetrics,
        @Nullable Reached target,
        @Nullable Privacy privacy,
        Map<String, Map<String, @Nullable Double>> references,
        String parameters,
        List<String> notes,
        List<String> files,
        ObjectNode experiment) {

    /// @param isPrivate whether the statement is a promise
    /// @param code      the kind of statement, such as `central`
    /// @param statement one sentence with epsilon and everything it depends on, or why not private
    record Privacy(boolean isPrivate, String code, String statement) {
        static @Nullable Privacy of(@Nullable Statement said) {
            return said == null
                    ? null
                    : new Privacy(said.isPrivate(), said.code(), said.sentence());
        }
    }

    /// @param metrics those that can have a value in this run
    /// @param privacy null when nothing protects the run
    static Summary of(
            Timeline timeline,
            List<MetricSpec> metrics,
            String version,
            Ending ending,
            @Nullable Statement privacy,
            String resultHash,
            boolean clientModels,
            List<String> files) {
        RunInfo info = timeline.info();
        int last = timeline.lastRound();
        return new Summary(
                "Fedarium",
                version,
                ending.word(),
                ending.reason(),
                StepWord.of(info),
                info.experiment().seed(),
                info.experiment().rounds(),
                last,
                info.clients().size(),
                info.layout().size(),
                resultHash,
                ExperimentJson.hash(info.experiment()),
                byId(info, metrics, timeline.step(last).metrics()),
                Reached.of(timeline),
                Privacy.of(privacy),
                references(info, metrics, timeline.references()),
                clientModels
                        ? "global model and every cohort member's model after its local training"
                        : "global model only, because parameters x (cohort + 1) x rounds is above"
                                + " 5 million",
                info.notes().stream().map(Note::sentence).toList(),
                files,
                ExperimentJson.tree(info.experiment()));
    }

    private static Map<String, Map<String, @Nullable Double>> references(
            RunInfo info, List<MetricSpec> metrics, @Nullable ReferenceCurves curves) {
        List<MetricSpec> pooled =
                metrics.stream().filter(m -> MetricSpecs.isPooled(m.id())).toList();
        Map<String, Map<String, @Nullable Double>> all = new LinkedHashMap<>();
        if (curves != null) {
            all.put(
                    "centralised",
                    byId(info, pooled, curves.centralised()[curves.centralised().length - 1]));
            all.put(
                    "localOnlyMean",
                    byId(info, pooled, curves.localOnly()[curves.localOnly().length - 1]));
            double[] optimum = curves.optimum();
            if (optimum != null) {
                all.put("closedFormOptimum", byId(info, pooled, optimum));
            }
        }
        return all;
    }

    private static Map<String, @Nullable Double> byId(
            RunInfo info, List<MetricSpec> metrics, double[] values) {
        Map<String, @Nullable Double> map = new LinkedHashMap<>();
        for (MetricSpec metric : metrics) {
            double value = values[info.metricIndex(metric.id())];
            map.put(metric.id(), Double.isFinite(value) ? value : null);
        }
        return map;
    }
}
