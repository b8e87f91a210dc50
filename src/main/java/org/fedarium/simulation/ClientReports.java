package org.fedarium.simulation;

/// What the cohort's members did in one round, in columns: entry s of every array belongs to slot
/// s, slots are in client order. Only cohort members have a slot.
///
/// @param client       index of the client
/// @param examples     number of its training examples n_k
/// @param steps        local optimiser steps taken
/// @param status       a [Status] ordinal
/// @param weight       share of the aggregate, summing to 1 over the slots that count
/// @param lossBefore   mean training loss of the client at the received model
/// @param lossAfter    mean training loss of the client after its local update
/// @param updateNorm   Euclidean norm of the update (client minus received model)
/// @param cosine       cosine between its update and the aggregated update; NaN when either is zero
/// @param distance     distance of its model from the new global model
/// @param downloadEnd  virtual seconds since the start of the run when the model had arrived
/// @param trainEnd     virtual seconds when local training ended
/// @param uploadEnd    virtual seconds when the update had arrived at the server
/// @param bytesDown    bytes received by the client
/// @param bytesUp      bytes sent by the client
public record ClientReports(
        int[] client,
        int[] examples,
        int[] steps,
        byte[] status,
        double[] weight,
        double[] lossBefore,
        double[] lossAfter,
        double[] updateNorm,
        double[] cosine,
        double[] distance,
        double[] downloadEnd,
        double[] trainEnd,
        double[] uploadEnd,
        long[] bytesDown,
        long[] bytesUp) {

    /// How a member's round ended.
    public enum Status {
        /// Its update arrived and counts.
        COUNTED,
        /// It has no training examples, so it sent nothing.
        EMPTY,
        /// It missed the deadline.
        LATE,
        /// Its connection was lost.
        DROPPED,
        /// The aggregation rule left it out.
        REJECTED
    }

    private static final Status[] STATUSES = Status.values();

    public static ClientReports empty(int size) {
        return new ClientReports(
                new int[size],
                new int[size],
                new int[size],
                new byte[size],
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

    /// The slot of a client, or -1 when it is not in the cohort.
    public int slotOf(int clientIndex) {
        return Math.max(-1, java.util.Arrays.binarySearch(client, clientIndex));
    }
}
