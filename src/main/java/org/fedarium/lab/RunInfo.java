package org.fedarium.lab;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.algorithm.Coordinations;
import org.fedarium.catalog.Note;
import org.fedarium.data.Dataset;
import org.fedarium.experiment.Experiment;
import org.fedarium.model.MetricSpec;
import org.fedarium.model.ParameterLayout;

import java.util.List;

/// What is known of a run before its first round.
///
/// @param experiment  with its changes so far
/// @param dataset     as read
/// @param clients     names, in client order
/// @param metrics     names of the columns of [org.fedarium.simulation.StepRecord#metrics()]
/// @param segments    how the data were dealt, one per (re)dealing; the first starts at round 1
/// @param notes       sentences a person must know (rows dropped, small samples, statistics pooled)
/// @param trainExamples number of pooled training examples
/// @param testExamples  number of pooled test examples; 0 when no test share was asked for
/// @param estimatedBytes memory the whole run is expected to need for its records
/// @param links       who may talk to whom in a run without a server; empty with a server
public record RunInfo(
        Experiment experiment,
        Dataset dataset,
        List<String> clients,
        ParameterLayout layout,
        List<MetricSpec> metrics,
        List<Segment> segments,
        List<Note> notes,
        int trainExamples,
        int testExamples,
        long estimatedBytes,
        Links links) {

    public RunInfo(
            Experiment experiment,
            Dataset dataset,
            List<String> clients,
            ParameterLayout layout,
            List<MetricSpec> metrics,
            List<Segment> segments,
            List<Note> notes,
            int trainExamples,
            int testExamples,
            long estimatedBytes) {
        this(
                experiment,
                dataset,
                clients,
                layout,
                metrics,
                segments,
                notes,
                trainExamples,
                testExamples,
                estimatedBytes,
                Links.of(experiment, clients.size()));
    }

    public RunInfo {
        clients = List.copyOf(clients);
        metrics = List.copyOf(metrics);
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }

    /// What a step of the run is; it cannot change while the run goes on.
    public Rhythm rhythm() {
        return rhythmOf(experiment);
    }

    /// What a step of a run with these settings is.
    public static Rhythm rhythmOf(Experiment experiment) {
        return Coordinations.ALL.find(experiment.section("coordination").kind()).rhythm();
    }

    /// Rounds with the same dealing of data.
    ///
    /// @param fromRound   first round of the segment
    /// @param examples    training examples per client
    /// @param labelCounts [client][class] training examples; for regression the deciles of the
    ///     target stand in for classes
    /// @param skew        example-weighted L1 distance of these shares from the pool's, 0 to 2
    public record Segment(int fromRound, int[] examples, int[][] labelCounts, double skew) {}

    /// The segment that a round belongs to.
    public Segment segmentAt(int round) {
        Segment found = segments.getFirst();
        for (Segment s : segments) {
            if (s.fromRound() <= round) {
                found = s;
            }
        }
        return found;
    }

    /// Column of a metric, or -1.
    public int metricIndex(String id) {
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// The loss that charts show: on the pooled test data, or on the training data without any.
    public MetricSpec mainLoss() {
        return metrics.get(metricIndex(testExamples > 0 ? "testLoss" : "trainLoss"));
    }

    /// The metric that charts show beside the loss: accuracy, or R2 for regression.
    public MetricSpec mainMetric() {
        String data = testExamples > 0 ? "test" : "train";
        int accuracy = metricIndex(data + "Accuracy");
        return metrics.get(accuracy >= 0 ? accuracy : metricIndex(data + "R2"));
    }
}
