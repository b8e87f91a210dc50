package org.fedarium.network;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

/// How long things take on the virtual clock. Time is simulated; no wall clock is read.
public interface Network extends Described {
    /// The times of one client in one round.
    ///
    /// @param examples  examples processed in local training (with repetitions)
    /// @param bytesDown bytes to receive
    /// @param bytesUp   bytes to send
    /// @param stream    the client's DEVICE stream: the same in every round
    Times times(long examples, long bytesDown, long bytesUp, Values values, RandomStream stream);

    /// Durations in virtual seconds.
    record Times(double download, double train, double upload) {}
}
