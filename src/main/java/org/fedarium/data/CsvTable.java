package org.fedarium.data;

import org.fedarium.catalog.BadInput;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A table as read: every used column either numbers or categories.
///
/// @param columns one per column of the file; null where ignored
/// @param dropped rows left out for missing values
record CsvTable(CsvPlan plan, List<@Nullable Column> columns, int rows, int dropped) {

    /// The cells of one column.
    sealed interface Column {}

    /// Finite numbers, one per row.
    record Numbers(double[] values) implements Column {}

    /// Positions in `levels`, one per row; levels are sorted.
    record Categories(int[] codes, List<String> levels) implements Column {}

    /// Reads the whole table: a look at the raw bytes, then a survey, then the values.
    static CsvTable read(CsvSource source, CsvSettings settings, CsvLimits limits) {
        CsvProbe.check(source, limits);
        CsvPlan plan = CsvPlan.of(source.name(), CsvRows.header(source), settings);
        CsvSurvey survey = CsvSurvey.of(source, plan, settings.dropMissing());
        List<@Nullable CsvColumn> filling = new ArrayList<>();
        for (int j = 0; j < plan.names().size(); j++) {
            // Without a limit for clients: any number can be refused later, with better advice.
            int most = j == plan.client() ? Integer.MAX_VALUE : CsvLimits.LEVELS;
            filling.add(
                    plan.used()[j]
                            ? new CsvColumn(plan, j, survey.isNumber(j), survey.rows(), most)
                            : null);
        }
        CsvRows.forEach(
                source,
                plan.names().size(),
                (line, cells) -> {
                    if (CsvSurvey.firstMissing(plan, cells) < 0) {
                        for (int j = 0; j < cells.length; j++) {
                            CsvColumn column = filling.get(j);
                            if (column != null) {
                                column.add(line, cells[j]);
                            }
                        }
                    }
                });
        List<@Nullable Column> columns = new ArrayList<>();
        for (CsvColumn column : filling) {
            columns.add(column == null ? null : column.finish());
        }
        return new CsvTable(plan, columns, survey.rows(), survey.dropped());
    }

    Column column(int position) {
        Column column = columns.get(position);
        if (column == null) {
            throw new IllegalArgumentException("Column " + position + " was ignored");
        }
        return column;
    }

    BadInput problem(String code, String template, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = plan.file();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return BadInput.of(code, template, all);
    }
}
