package org.fedarium.aggregation;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/// What the coordinate-wise rules share: per coordinate, sort the clients' values and take the mean
/// of a window of them.
final class SortedValues {
    private SortedValues() {}

    /// Writes the means into `out`; returns each client's share of the values used. Equal values at
    /// the window's edge share what of them lies inside, so the order of clients does not matter.
    ///
    /// @param width how many neighbouring values are used, 1 .. n
    /// @param first the index of the smallest value used, given the sorted values
    static double[] combine(double[][] x, int width, ToIntFunction<double[]> first, double[] out) {
        double[] shares = new double[x.length];
        double[] sorted = new double[x.length];
        double unit = 1.0 / ((double) width * out.length);
        for (int c = 0; c < out.length; c++) {
            for (int k = 0; k < x.length; k++) {
                sorted[k] = x[k][c];
            }
            Arrays.sort(sorted);
            int from = first.applyAsInt(sorted);
            double sum = 0;
            for (int i = from; i < from + width; i++) {
                sum += sorted[i];
            }
            out[c] = sum / width;
            credit(x, c, sorted, from, from + width, unit, shares);
        }
        return shares;
    }

    private static void credit(
            double[][] x, int c, double[] sorted, int from, int to, double unit, double[] shares) {
        double low = sorted[from];
        double high = sorted[to - 1];
        double atLow = part(sorted, low, from, to);
        double atHigh = part(sorted, high, from, to);
        for (int k = 0; k < x.length; k++) {
            double value = x[k][c];
            if (value == low) {
                shares[k] += unit * atLow;
            } else if (value == high) {
                shares[k] += unit * atHigh;
            } else if (value > low && value < high) {
                shares[k] += unit;
            }
        }
    }

    /// Of all entries equal to `value`, the part inside [from, to).
    private static double part(double[] sorted, double value, int from, int to) {
        int all = 0;
        int inside = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] == value) {
                all++;
                inside += i >= from && i < to ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) inside / all;
    }
}
