package org.fedarium.data;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

/// One way to get a data set: a sample file, the user's CSV file, later a generator.
public interface DataSource extends Described {
    /// Reads or generates the whole data set.
    ///
    /// @param stream the run's DATA stream; file sources do not draw from it
    /// @throws org.fedarium.catalog.BadInput naming file, line and column of what is wrong
    Dataset load(Values values, DataFiles files, RandomStream stream);

    /// What can be learned from it when that is known before reading, else null.
    default @Nullable Task task() {
        return null;
    }

    /// False when it is known that the rows belong to no natural clients.
    default boolean mayHaveClients() {
        return true;
    }
}
