package org.fedarium.algorithm;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

/// Which clients take part in a round.
public interface Participation extends Described {
    /// Indices of the cohort, increasing.
    ///
    /// @param clients number of clients K
    /// @param stream  the SELECTION stream of the round
    int[] select(int clients, Values values, RandomStream stream);
}
