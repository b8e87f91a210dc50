package org.fedarium.simulation;

import java.util.ArrayList;
import java.util.List;

/// The immutable result of one step: a synchronous round, a server version of an asynchronous run,
/// or a mixing step of a run without a server. Step 0 is the initial model: no members, metrics
/// only.
///
/// @param round       number of the step: 0, 1, 2, ...
/// @param reports     its members, in client order
/// @param underWay    clients that are still at work when it ends
/// @param metrics     values in the order of the run's metric list; NaN where undefined
/// @param confusion   test confusion matrix, row-major, row = true class; empty for regression or
///                    when there are too many classes to keep it
/// @param updateNorm  norm of the aggregated update
/// @param start       virtual seconds when the round started
/// @param end         virtual seconds when the new global model was ready
/// @param totalBytes  bytes sent in both directions since the start of the run
/// @param totalSteps  local steps of all clients since the start of the run
public record StepRecord(
        int round,
        ClientReports reports,
        UnderWay underWay,
        double[] metrics,
        int[] confusion,
        double updateNorm,
        double start,
        double end,
        long totalBytes,
        long totalSteps) {

    /// A step that leaves nobody at work.
    public StepRecord(
            int round,
            ClientReports reports,
            double[] metrics,
            int[] confusion,
            double updateNorm,
            double start,
            double end,
            long totalBytes,
            long totalSteps) {
        this(
                round,
                reports,
                UnderWay.NOBODY,
                metrics,
                confusion,
                updateNorm,
                start,
                end,
                totalBytes,
                totalSteps);
    }

    /// The round's timed events on the virtual clock, in slot order.
    public List<TimedEvent> events() {
        List<TimedEvent> events = new ArrayList<>(3 * reports.size() + 1);
        for (int s = 0; s < reports.size(); s++) {
            int client = reports.client()[s];
            double arrived = reports.downloadEnd()[s];
            double trained = reports.trainEnd()[s];
            double sent = reports.uploadEnd()[s];
            int version = reports.version()[s];
            events.add(
                    event(
                            client,
                            TimedEvent.Kind.DOWNLOAD,
                            reports.begin()[s],
                            arrived,
                            version,
                            reports.bytesDown()[s]));
            events.add(event(client, TimedEvent.Kind.TRAIN, arrived, trained, version, 0));
            events.add(
                    event(
                            client,
                            TimedEvent.Kind.UPLOAD,
                            trained,
                            sent,
                            version,
                            reports.bytesUp()[s]));
        }
        if (round > 0) {
            events.add(event(-1, TimedEvent.Kind.AGGREGATE, end, end, round, 0));
        }
        return events;
    }

    private static TimedEvent event(
            int client, TimedEvent.Kind kind, double start, double end, int version, long bytes) {
        return new TimedEvent(client, kind, start, Math.max(start, end), version, bytes);
    }
}
