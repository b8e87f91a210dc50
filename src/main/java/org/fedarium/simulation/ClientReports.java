package org.fedarium.simulation;

import java.util.Arrays;

/// What the members of one step did, in columns: entry s of every array belongs to slot s, slots
/// are in client order. Only members have a slot: the cohort of a round, the arrivals of a server
/// version, all clients of a mixing step.
///
/// @param client       index of the client
/// @param examples     number of its training examples n_k
/// @param steps        local optimiser steps taken
/// @param status       a [Status] ordinal
/// @param hostile      1 when the client attacked in this step
/// @param version      the server version (round) whose model it trained from
/// @param factor       what the aggregation rule multiplied its update by: 1 when it counts fully,
///     0 when it does not count
/// @param weight       share of the aggregate, summing to 1 over the slots that count
/// @param lossBefore   mean training loss of the client at the received model; NaN when it sent
///     nothing
/// @param lossAfter    mean training loss of the client after its local update; NaN likewise
/// @param updateNorm   Euclidean norm of what the server received (client minus received model)
/// @param cosine       cosine between its update and the aggregated update; NaN when either is zero
/// @param distance     distance of its model from the new global model
/// @param begin        virtual seconds since the start of the run when the model was sent to it
/// @param downloadEnd  virtual seconds when the model had arrived
/// @param trainEnd     virtual seconds when local training ended
/// @param uploadEnd    virtual seconds when the update had arrived at the server
/// @param bytesDown    bytes received by the client
/// @param bytesUp      bytes sent by the client
public record ClientReports(
        int[] client,
        int[] examples,
        int[] steps,
        byte[] status,
        byte[] hostile,
        int[] version,
        double[] factor,
        double[] weight,
        double[] lossBefore,
        double[] lossAfter,
        double[] updateNorm,
        double[] cosine,
        double[] distance,
        double[] begin,
        double[] downloadEnd,
        double[] trainEnd,
        double[] uploadEnd,
        long[] bytesDown,
        long[] bytesUp) {

    /// How a member's step ended.
    public enum Status {
        /// Its update arrived and counts.
        COUNTED,
        /// It has no training examples, so it sent nothing.
        EMPTY,
        /// Its update came too late or was not finished in time.
        LATE,
        /// Its connection was lost.
        DROPPED,
        /// The aggregation rule left it out.
        REJECTED,
        /// The aggregation rule shortened it.
        CLIPPED,
        /// The aggregation rule gave it less weight.
        DOWN_WEIGHTED;

        /// Its update reached the server.
        public boolean arrives() {
            return counts() || this == REJECTED;
        }

        /// Its update is part of the aggregate.
        public boolean counts() {
            return this == COUNTED || this == CLIPPED || this == DOWN_WEIGHTED;
        }
    }

    private static final Status[] STATUSES = Status.values();

    public static ClientReports empty(int size) {
        return new ClientReports(
                new int[size],
                new int[size],
                new int[size],
                new byte[size],
                new byte[size],
                new int[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new long[size],
                new long[size]);
    }

    public int size() {
        return client.length;
    }

    public Status statusOf(int slot) {
        return STATUSES[status[slot]];
    }

    /// Whether a member's update reached the server.
    public boolean arrives(int slot) {
        return statusOf(slot).arrives();
    }

    public boolean isHostile(int slot) {
        return hostile[slot] != 0;
    }

    /// Local steps of the member that took most; 0 without members.
    public int mostSteps() {
        int most = 0;
        for (int n : steps) {
            most = Math.max(most, n);
        }
        return most;
    }

    /// Local steps of the member that took fewest, of those that took any; 0 when none did.
    public int leastSteps() {
        return Arrays.stream(steps).filter(n -> n > 0).min().orElse(0);
    }

    /// How many members ended so.
    public int count(Status wanted) {
        int count = 0;
        for (byte s : status) {
            count += s == wanted.ordinal() ? 1 : 0;
        }
        return count;
    }

    /// How many updates are part of the aggregate.
    public int countedUpdates() {
        int count = 0;
        for (int s = 0; s < size(); s++) {
            count += statusOf(s).counts() ? 1 : 0;
        }
        return count;
    }

    /// The slot of a client, or -1 when it is not a member.
    public int slotOf(int clientIndex) {
        return Math.max(-1, Arrays.binarySearch(client, clientIndex));
    }
}
