package org.fedarium.privacy;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

/// What happens to an update for privacy's sake before it leaves the client.
public interface PrivacyMechanism extends Described {
    /// Changes the update in place.
    ///
    /// @param stream the client's NOISE stream of this round
    void protect(double[] update, Values values, RandomStream stream);

    /// True when [#protect] does nothing, so that the pipeline may skip it.
    boolean isIdentity();
}
