package org.fedarium.simulation;

import java.util.Arrays;

/// Who is still at work when a server version of an asynchronous run is made, in columns: entry i
/// of every array belongs to the i-th of them, in client order, each client once. Nothing here
/// says whether their updates will arrive. A round and a mixing step leave nobody at work.
///
/// The times are those of the settings of this step: a network that is changed while a client is
/// at work changes them from the next step on. A client whose update was part of this version, or
/// was lost, may have been sent a newer model since and is then both a member and here.
///
/// @param client      index of the client
/// @param version     the server version that it was sent
/// @param begin       virtual seconds when the model was sent to it; not after the step's end
/// @param downloadEnd virtual seconds when the model has arrived
/// @param trainEnd    virtual seconds when local training ends; one whose connection will be lost
///     is missed then
/// @param uploadEnd   virtual seconds when the update has arrived, or would have; not before the
///     step's end
public record UnderWay(
        int[] client,
        int[] version,
        double[] begin,
        double[] downloadEnd,
        double[] trainEnd,
        double[] uploadEnd) {
    /// Nobody.
    public static final UnderWay NOBODY = empty(0);

    /// Columns to be filled, for so many clients.
    public static UnderWay empty(int size) {
        return new UnderWay(
                new int[size],
                new int[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size]);
    }

    public int size() {
        return client.length;
    }

    /// The place of a client, or -1 when it is not at work.
    public int placeOf(int clientIndex) {
        return Math.max(-1, Arrays.binarySearch(client, clientIndex));
    }
}
