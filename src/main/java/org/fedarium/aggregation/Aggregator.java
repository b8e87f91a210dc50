package org.fedarium.aggregation;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;

/// A rule that combines the clients' updates into one. Updates arrive in client order, so the
/// result does not depend on which thread was faster.
public interface Aggregator extends Described {
    /// Starts combining vectors of `size` entries.
    Combination start(int size, Values values);

    /// True when the rule keeps every update until the end, so that memory grows with the cohort.
    boolean needsAll();

    /// One combination under way.
    interface Combination {
        /// Adds the next client's update; the array may be reused by the caller afterwards.
        ///
        /// @param examples the client's example count n_k, positive
        void add(double[] update, int examples);

        /// Writes the combined update into `out` (zeros when nothing was added).
        void finish(double[] out);

        /// Share of each added update in the result, in the order of adding; sums to 1.
        double[] shares();
    }
}
