package org.fedarium.adversary;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

/// What a hostile client does to its update after local training.
public interface Attack extends Described {
    /// Changes the update in place.
    ///
    /// @param stream the client's ATTACK stream of this round
    void corrupt(double[] update, Values values, RandomStream stream);

    /// True when [#corrupt] does nothing, so that the pipeline may skip it.
    boolean isIdentity();
}
