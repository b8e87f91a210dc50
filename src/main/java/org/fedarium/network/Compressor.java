package org.fedarium.network;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

/// How an update is encoded for sending. The server sees only what survives the encoding.
public interface Compressor extends Described {
    /// Replaces the update by what the server decodes, and returns the bytes sent.
    ///
    /// @param stream the client's COMPRESSION stream of this round
    long compress(double[] update, Values values, RandomStream stream);

    /// True when the update arrives unchanged, so that the pipeline may skip the copy.
    boolean isIdentity();
}
