package org.fedarium.aggregation;

import java.util.Arrays;

/// Squared Euclidean distances between updates.
final class Distances {
    private Distances() {}

    /// d[i][j] = ||x_i - x_j||^2, as a sum of squared differences: the form ||a||^2 + ||b||^2 - 2ab
    /// cancels and can come out negative.
    static double[][] squared(double[][] x) {
        int n = x.length;
        double[][] d = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int c = 0; c < x[i].length; c++) {
                    double difference = x[i][c] - x[j][c];
                    sum += difference * difference;
                }
                d[i][j] = sum;
                d[j][i] = sum;
            }
        }
        return d;
    }

    /// Indices 0 .. n-1 by increasing key, the lower index first among equals, NaN last.
    static int[] order(double[] key) {
        Integer[] order = new Integer[key.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(key[a], key[b]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
