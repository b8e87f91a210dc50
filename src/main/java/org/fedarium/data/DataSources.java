package org.fedarium.data;

import java.util.List;
import org.fedarium.catalog.Catalog;

/// All sources of data.
public final class DataSources {
    public static final Catalog<DataSource> ALL = new Catalog<>("data", List.of(new CsvData()));

    private DataSources() {}
}
