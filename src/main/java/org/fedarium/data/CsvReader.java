package org.fedarium.data;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Note;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a CSV table into a [Dataset]. UTF-8, commas, decimal points, a first line of names. Every
/// refusal is a [BadInput] that names the file, the line, the column and what to do.
final class CsvReader {
    private CsvReader() {}

    /// A user's file.
    static Dataset read(Path path, CsvSettings settings, CsvLimits limits) {
        String name = String.valueOf(path.getFileName());
        CsvSource source = CsvSource.of(path, limits);
        return read(source, settings, limits, name, name, null, List.of());
    }

    static Dataset read(
            CsvSource source,
            CsvSettings settings,
            CsvLimits limits,
            String id,
            String title,
            Dataset.@Nullable ImageShape image,
            List<Note> ownNotes) {
        CsvTable table = CsvTable.read(source, settings, limits);
        CsvPlan plan = table.plan();
        CsvTarget target = CsvTarget.of(table, settings.task());
        CsvInputs inputs = CsvInputs.of(table, limits);
        int[] groups = {};
        List<String> groupNames = List.of();
        if (plan.client() >= 0
                && table.column(plan.client())
                        instanceof CsvTable.Categories(int[] codes, List<String> levels)) {
            groups = codes;
            groupNames = levels;
        }
        String targetName = plan.names().get(plan.target());
        List<Note> notes = new ArrayList<>(ownNotes);
        if (table.dropped() > 0) {
            notes.add(
                    Note.of(
                            "dropped",
                            "{0} of {1} rows were dropped because of missing values.",
                            table.dropped(),
                            table.dropped() + table.rows()));
        }
        if (target.task() == Task.REGRESSION && target.isConstant()) {
            notes.add(
                    Note.of(
                            "constantTarget",
                            "The target {0} is the same in every row.",
                            targetName));
        }
        return new Dataset(
                id,
                title,
                target.task(),
                targetName,
                inputs.names(),
                target.classNames(),
                new Examples(
                        inputs.x(),
                        table.rows(),
                        inputs.names().size(),
                        target.labels(),
                        target.values()),
                groups,
                groupNames,
                image,
                notes);
    }
}
