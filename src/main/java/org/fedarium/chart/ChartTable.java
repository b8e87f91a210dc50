package org.fedarium.chart;

import java.util.List;

/// The numbers behind a chart. Cells are `Integer`, `Long`, `Double` or `String`; a missing value
/// is an empty string.
public record ChartTable(List<String> header, List<List<Object>> rows) {
    public ChartTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
