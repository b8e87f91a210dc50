package org.fedarium.data;

import java.util.List;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

/// A CSV file of the user's.
public final class CsvData implements DataSource {
    @Override
    public Descriptor describe() {
        return new Descriptor("data", "csv", "CSV file", "A file of your own.", "", "", List.of());
    }

    @Override
    public Dataset load(Values values, DataFiles files, RandomStream stream) {
        throw new IllegalStateException("replaced by the data work");
    }
}
