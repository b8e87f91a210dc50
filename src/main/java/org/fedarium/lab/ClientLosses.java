package org.fedarium.lab;

import org.fedarium.math.Statistics;
import org.fedarium.simulation.ClientReports;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// What a chart of losses needs of one round; small, so that it stays in memory for every round of
/// a run.
///
/// @param client members of the round, in client order
/// @param loss   their mean training loss after the local update; NaN when they sent nothing
/// @param low    10 % quantile of the finite losses; NaN when there is none
/// @param median 50 % quantile
/// @param high   90 % quantile
public record ClientLosses(int[] client, double[] loss, double low, double median, double high) {

    static ClientLosses of(ClientReports reports) {
        return of(reports, null);
    }

    /// @param before the round before, whose list of members is shared when it is the same
    static ClientLosses of(ClientReports reports, @Nullable ClientLosses before) {
        boolean same = before != null && Arrays.equals(before.client, reports.client());
        double[] sorted =
                Arrays.stream(reports.lossAfter()).filter(Double::isFinite).sorted().toArray();
        return new ClientLosses(
                same ? before.client : reports.client(),
                reports.lossAfter(),
                Statistics.quantile(sorted, 0.1),
                Statistics.quantile(sorted, 0.5),
                Statistics.quantile(sorted, 0.9));
    }

    /// The loss of a client; NaN when it took no part.
    public double of(int wanted) {
        boolean direct = wanted < client.length && client[wanted] == wanted;
        int slot = direct ? wanted : Arrays.binarySearch(client, wanted);
        return slot < 0 ? Double.NaN : loss[slot];
    }

    /// Bytes of memory that this round takes beside the one before.
    long size(@Nullable ClientLosses before) {
        boolean shared = before != null && before.client == client;
        return 64 + 8L * loss.length + (shared ? 0 : 4L * client.length);
    }
}
