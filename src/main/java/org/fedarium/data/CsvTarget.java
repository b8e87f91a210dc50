package org.fedarium.data;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The predicted column of a table.
///
/// @param labels     class per row, or empty
/// @param values     number per row, or empty
/// @param classNames sorted; empty for regression
record CsvTarget(Task task, int[] labels, double[] values, List<String> classNames) {
    /// Whole numbers with at most this many different values are taken for classes.
    private static final int FEW = 20;

    static CsvTarget of(CsvTable table, @Nullable Task asked) {
        String name = CsvCells.show(table.plan().names().get(table.plan().target()));
        CsvTarget target =
                switch (table.column(table.plan().target())) {
                    case CsvTable.Categories c when asked == Task.REGRESSION ->
                            throw table.problem(
                                    "csv.target.text",
                                    "{0}: the target {1} holds text such as {2}; regression needs"
                                            + " numbers. Set data.task to \"classification\" or"
                                            + " choose another data.target.",
                                    name,
                                    CsvCells.show(firstText(c.levels())));
                    case CsvTable.Categories(int[] codes, List<String> levels) ->
                            new CsvTarget(Task.CLASSIFICATION, codes, new double[0], levels);
                    case CsvTable.Numbers(double[] values) -> ofNumbers(table, name, values, asked);
                };
        if (target.task == Task.CLASSIFICATION && target.classNames.size() < 2) {
            throw table.problem(
                    "csv.one-class",
                    "{0}: the target {1} is {2} in every row; classification needs at least two"
                            + " classes. Choose another data.target.",
                    name,
                    CsvCells.show(target.classNames.get(0)));
        }
        return target;
    }

    /// What keeps a column from being numbers.
    private static String firstText(List<String> levels) {
        return levels.stream()
                .filter(level -> Double.isNaN(CsvCells.number(level)))
                .findFirst()
                .orElse(levels.get(0));
    }

    boolean isConstant() {
        return Arrays.stream(values).allMatch(v -> v == values[0]);
    }

    private static CsvTarget ofNumbers(
            CsvTable table, String name, double[] values, @Nullable Task asked) {
        double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        boolean whole = Arrays.stream(distinct).allMatch(v -> v == Math.rint(v));
        boolean classes =
                asked == null ? whole && distinct.length <= FEW : asked == Task.CLASSIFICATION;
        if (!classes) {
            return new CsvTarget(Task.REGRESSION, new int[0], values, List.of());
        }
        if (distinct.length > CsvLimits.LEVELS) {
            throw table.problem(
                    "csv.classes.numbers",
                    "{0}: the target {1} has {2} different numbers, more than the {3} classes that"
                            + " are possible. Set data.task to \"regression\".",
                    name,
                    CsvLimits.show(distinct.length),
                    CsvLimits.show(CsvLimits.LEVELS));
        }
        int[] labels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            labels[i] = Arrays.binarySearch(distinct, values[i]);
        }
        List<String> names = new ArrayList<>();
        for (double v : distinct) {
            boolean integer = v == Math.rint(v) && Math.abs(v) < 1e15;
            names.add(integer ? Long.toString((long) v) : Double.toString(v));
        }
        return new CsvTarget(Task.CLASSIFICATION, labels, new double[0], names);
    }
}
