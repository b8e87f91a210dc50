package org.fedarium.data;

import org.fedarium.catalog.BadInput;

/// The first reading of a table: how many rows there are and what every column holds. Nothing is
/// kept, so the second reading can fill arrays of exactly the right size.
final class CsvSurvey {
    private static final double MOSTLY = 0.9;

    private final CsvPlan plan;
    private final boolean dropMissing;
    private final int[] texts;
    private final long[] textLine;
    private final String[] textCell;
    private final long[] infiniteLine;
    private final String[] infiniteCell;
    private int rows;
    private int dropped;

    private CsvSurvey(CsvPlan plan, boolean dropMissing) {
        this.plan = plan;
        this.dropMissing = dropMissing;
        int columns = plan.names().size();
        texts = new int[columns];
        textLine = new long[columns];
        textCell = new String[columns];
        infiniteLine = new long[columns];
        infiniteCell = new String[columns];
    }

    static CsvSurvey of(CsvSource source, CsvPlan plan, boolean dropMissing) {
        CsvSurvey survey = new CsvSurvey(plan, dropMissing);
        CsvRows.forEach(source, plan.names().size(), survey::row);
        survey.refuseTooFew();
        return survey;
    }

    /// The first used column whose cell is missing, or -1.
    static int firstMissing(CsvPlan plan, String[] cells) {
        for (int j = 0; j < cells.length; j++) {
            if (plan.used()[j] && CsvCells.isMissing(cells[j])) {
                return j;
            }
        }
        return -1;
    }

    private void row(long line, String[] cells) {
        int missing = firstMissing(plan, cells);
        if (missing >= 0) {
            if (!dropMissing) {
                throw BadInput.of(
                        "csv.missing-value",
                        "{0}: line {1}, column {2}: the value is missing ({3}). Fill it in, or set"
                                + " data.missing to \"drop\" to leave such rows out.",
                        plan.file(),
                        line,
                        CsvCells.show(plan.names().get(missing)),
                        CsvCells.show(cells[missing]));
            }
            dropped++;
            return;
        }
        rows++;
        for (int j = 0; j < cells.length; j++) {
            if (plan.used()[j] && j != plan.client() && !plan.categorical()[j]) {
                look(line, j, cells[j]);
            }
        }
    }

    private void look(long line, int column, String cell) {
        double value = CsvCells.number(cell);
        if (Double.isNaN(value)) {
            if (texts[column]++ == 0) {
                textLine[column] = line;
                textCell[column] = cell;
            }
        } else if (Double.isInfinite(value) && infiniteLine[column] == 0) {
            infiniteLine[column] = line;
            infiniteCell[column] = cell;
        }
    }

    private void refuseTooFew() {
        if (rows < 2) {
            throw BadInput.of(
                    "csv.rows",
                    "{0}: too few rows: {1} to use, {2} dropped for missing values. At least 2 are"
                            + " needed.",
                    plan.file(),
                    rows,
                    dropped);
        }
    }

    /// True when the column holds finite numbers. A column that is mostly numbers is refused with
    /// the first line that is not.
    boolean isNumber(int column) {
        if (column == plan.client() || plan.categorical()[column]) {
            return false;
        }
        if (texts[column] > 0) {
            if (rows - texts[column] >= MOSTLY * rows) {
                throw BadInput.of(
                        "csv.text",
                        "{0}: line {1}, column {2}: {3} is not a number, though nearly all of the"
                                + " column is. Correct it, or list the column under"
                                + " data.categorical.",
                        plan.file(),
                        textLine[column],
                        CsvCells.show(plan.names().get(column)),
                        CsvCells.show(textCell[column]));
            }
            return false;
        }
        if (infiniteLine[column] > 0) {
            throw BadInput.of(
                    "csv.infinite",
                    "{0}: line {1}, column {2}: {3} is not a finite number. Correct it or remove"
                            + " the row.",
                    plan.file(),
                    infiniteLine[column],
                    CsvCells.show(plan.names().get(column)),
                    CsvCells.show(infiniteCell[column]));
        }
        return true;
    }

    int rows() {
        return rows;
    }

    int dropped() {
        return dropped;
    }
}
