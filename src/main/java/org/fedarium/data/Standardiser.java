package org.fedarium.data;

/// Shifts and scales inputs to (x - mean) / divisor. The divisor is the population standard
/// deviation, or 1 for a column that is constant, which then becomes 0.
///
/// @param mean    per column
/// @param divisor per column, never 0
public record Standardiser(double[] mean, double[] divisor) {

    /// Leaves everything as it is.
    public static Standardiser none(int columns) {
        double[] ones = new double[columns];
        java.util.Arrays.fill(ones, 1);
        return new Standardiser(new double[columns], ones);
    }

    /// From these rows. With one row only the mean is known and the divisor stays 1; without rows
    /// nothing is known and nothing is changed.
    public static Standardiser of(Examples examples, int[] rows) {
        Standardiser result = none(examples.columns());
        if (rows.length == 0) {
            return result;
        }
        double[] deviations = deviations(examples, rows, result.mean);
        for (int j = 0; j < deviations.length; j++) {
            result.divisor[j] = deviations[j] > 0 ? deviations[j] : 1;
        }
        return result;
    }

    /// Population standard deviation of every column over these rows; 0 for a constant column and
    /// without rows.
    public static double[] deviations(Examples examples, int[] rows) {
        return deviations(examples, rows, new double[examples.columns()]);
    }

    /// Writes the columns' means into `mean` and returns their deviations.
    private static double[] deviations(Examples examples, int[] rows, double[] mean) {
        int columns = examples.columns();
        double[] sums = new double[columns];
        if (rows.length == 0) {
            return sums;
        }
        double[] x = examples.x();
        // Deviations from the first row, so that a constant column gives exactly 0.
        int first = rows[0] * columns;
        for (int row : rows) {
            for (int j = 0; j < columns; j++) {
                sums[j] += x[row * columns + j] - x[first + j];
            }
        }
        for (int j = 0; j < columns; j++) {
            mean[j] = x[first + j] + sums[j] / rows.length;
            sums[j] = 0;
        }
        for (int row : rows) {
            for (int j = 0; j < columns; j++) {
                double d = x[row * columns + j] - mean[j];
                sums[j] += d * d;
            }
        }
        for (int j = 0; j < columns; j++) {
            sums[j] = Math.sqrt(sums[j] / rows.length);
        }
        return sums;
    }

    /// From the targets of these rows: one column.
    public static Standardiser ofTarget(double[] targets, int[] rows) {
        return of(
                new Examples(targets, targets.length, 1, new int[targets.length], new double[0]),
                rows);
    }

    /// These rows, standardised, with their labels or targets as they are.
    public Examples apply(Examples examples, int[] rows) {
        Examples picked = examples.select(rows);
        double[] x = picked.x();
        int columns = picked.columns();
        for (int i = 0; i < picked.rows(); i++) {
            for (int j = 0; j < columns; j++) {
                x[i * columns + j] = (x[i * columns + j] - mean[j]) / divisor[j];
            }
        }
        return picked;
    }
}
