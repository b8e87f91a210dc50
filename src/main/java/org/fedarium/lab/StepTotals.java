package org.fedarium.lab;

import org.fedarium.math.Statistics;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What charts over a whole run need of one step besides metrics and losses; small, so that it
/// stays in memory for every step.
///
/// @param localSteps local steps of all clients since the start of the run
/// @param bytes      bytes in both directions since the start
/// @param down       bytes to the clients since the start
/// @param up         bytes from the clients since the start. Without a server every message is
///     somebody's download as well as somebody's upload; `bytes` then counts it once
/// @param seconds    virtual seconds since the start
/// @param stepTime   virtual seconds that the step took; NaN for step 0
/// @param memberTime median of its members' own times, from the moment the model was sent to them
///     to that of their update's arrival; members whose update did not arrive, or that sent
///     nothing, do not count; NaN without any
/// @param recalls    share of each class's test examples that the global model gives this class;
///     NaN where there are none; empty without a confusion matrix
public record StepTotals(
        long localSteps,
        long bytes,
        long down,
        long up,
        double seconds,
        double stepTime,
        double memberTime,
        double[] recalls) {

    /// @param before of the step before; null for step 0
    public static StepTotals of(StepRecord step, @Nullable StepTotals before) {
        ClientReports r = step.reports();
        return new StepTotals(
                step.totalSteps(),
                step.totalBytes(),
                (before == null ? 0 : before.down) + Arrays.stream(r.bytesDown()).sum(),
                (before == null ? 0 : before.up) + Arrays.stream(r.bytesUp()).sum(),
                step.end(),
                step.round() == 0 ? Double.NaN : step.end() - step.start(),
                medianTime(r),
                recalls(step.confusion()));
    }

    private static double medianTime(ClientReports r) {
        double[] times =
                IntStream.range(0, r.size())
                        .filter(s -> r.arrives(s) && r.bytesUp()[s] > 0)
                        .mapToDouble(s -> r.uploadEnd()[s] - r.begin()[s])
                        .sorted()
                        .toArray();
        return Statistics.quantile(times, 0.5);
    }

    private static double[] recalls(int[] confusion) {
        int classes = (int) Math.round(Math.sqrt(confusion.length));
        double[] recalls = new double[classes];
        for (int c = 0; c < classes; c++) {
            double rows = 0;
            for (int p = 0; p < classes; p++) {
                rows += confusion[c * classes + p];
            }
            recalls[c] = rows > 0 ? confusion[c * classes + c] / rows : Double.NaN;
        }
        return recalls;
    }

    /// Bytes of memory that this step takes.
    long size() {
        return 96 + 8L * recalls.length;
    }
}
