package org.fedarium.data;

import java.util.ArrayList;
import java.util.List;

/// The input columns of a table as numbers: two categories become one 0/1 input, more become one
/// each.
///
/// @param names one per input
/// @param x     row-major
record CsvInputs(List<String> names, double[] x) {

    static CsvInputs of(CsvTable table, CsvLimits limits) {
        List<String> names = new ArrayList<>();
        int widest = -1;
        int most = 0;
        for (int j = 0; j < table.plan().names().size(); j++) {
            if (table.plan().isInput(j)) {
                List<String> own = inputNames(table.plan().names().get(j), table.column(j));
                names.addAll(own);
                widest = own.size() > most ? j : widest;
                most = Math.max(most, own.size());
            }
        }
        if ((long) names.size() * table.rows() > limits.cells()) {
            throw table.problem(
                    "csv.inputs.many",
                    "{0}: with one input per category the table grows to {1} cells; at most {2} are"
                            + " possible. Column {3} alone gives {4} inputs: list it under"
                            + " data.ignore.",
                    CsvLimits.show((long) names.size() * table.rows()),
                    CsvLimits.show(limits.cells()),
                    CsvCells.show(table.plan().names().get(widest)),
                    most);
        }
        double[] x = new double[names.size() * table.rows()];
        int next = 0;
        for (int j = 0; j < table.plan().names().size(); j++) {
            if (table.plan().isInput(j)) {
                next += fill(x, next, names.size(), table.column(j));
            }
        }
        return new CsvInputs(names, x);
    }

    private static List<String> inputNames(String name, CsvTable.Column column) {
        return switch (column) {
            case CsvTable.Numbers numbers -> List.of(name);
            case CsvTable.Categories c when c.levels().size() == 2 ->
                    List.of(name + "=" + c.levels().get(1));
            case CsvTable.Categories c -> c.levels().stream().map(l -> name + "=" + l).toList();
        };
    }

    /// Writes a column's inputs from position `at` of every row; returns how many there are.
    private static int fill(double[] x, int at, int width, CsvTable.Column column) {
        switch (column) {
            case CsvTable.Numbers(double[] values) -> {
                for (int i = 0; i < values.length; i++) {
                    x[i * width + at] = values[i];
                }
                return 1;
            }
            case CsvTable.Categories(int[] codes, List<String> levels) -> {
                boolean two = levels.size() == 2;
                for (int i = 0; i < codes.length; i++) {
                    if (two) {
                        x[i * width + at] = codes[i];
                    } else {
                        x[i * width + at + codes[i]] = 1;
                    }
                }
                return two ? 1 : levels.size();
            }
        }
    }
}
