package org.fedarium.aggregation;

import org.fedarium.math.Vectors;

import java.util.Arrays;

/// Weights of the clients in a mean.
final class Weights {
    private Weights() {}

    /// 1 / n for each.
    static double[] uniform(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / n);
        return weights;
    }

    /// n_k / n.
    static double[] byExamples(int[] examples) {
        double[] weights = new double[examples.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = examples[i];
        }
        return normalised(weights);
    }

    /// Divided by their sum; unchanged when that is 0.
    static double[] normalised(double[] weights) {
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        double[] result = weights.clone();
        for (int i = 0; i < result.length && total > 0; i++) {
            result[i] /= total;
        }
        return result;
    }

    /// sum_k w_k x_k into `out`.
    static void mean(double[][] x, double[] weights, double[] out) {
        Arrays.fill(out, 0);
        for (int k = 0; k < x.length; k++) {
            if (weights[k] != 0) {
                Vectors.add(out, weights[k], x[k]);
            }
        }
    }
}
