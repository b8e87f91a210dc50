package org.fedarium.simulation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.fedarium.data.Examples;
import org.fedarium.data.Shard;
import org.fedarium.data.Task;
import org.fedarium.model.ParameterLayout;
import org.jspecify.annotations.Nullable;

/// The closed-form optimum of linear regression: the minimiser of the federation's objective
/// sum_k p_k F_k, by the normal equations and a pseudo-inverse (smallest norm when inputs are
/// linearly dependent).
final class LeastSquares {
    private static final int MAX_PARAMETERS = 300;

    private LeastSquares() {}

    /// The optimal parameters, or null when the model is not linear regression, is too large, or
    /// there are no examples.
    static double @Nullable [] optimum(Plan plan) {
        ParameterLayout layout = plan.model().layout();
        boolean linear =
                plan.model().task() == Task.REGRESSION
                        && layout.blocks().stream().filter(b -> !b.isBias()).count() == 1;
        int size = layout.size();
        if (!linear || size > MAX_PARAMETERS || plan.data().train().rows() == 0) {
            return null;
        }
        boolean uniform = plan.aggregation().entry().describe().id().equals("uniform-mean");
        double[][] normal = new double[size][size];
        double[] right = new double[size];
        double[] row = new double[size];
        long clients = plan.data().shards().stream().filter(s -> s.train().rows() > 0).count();
        for (Shard shard : plan.data().shards()) {
            Examples e = shard.train();
            double weight = uniform ? 1.0 / (clients * e.rows()) : 1.0 / plan.data().train().rows();
            for (int i = 0; i < e.rows(); i++) {
                fill(row, e, i, layout);
                for (int a = 0; a < size; a++) {
                    right[a] += weight * row[a] * e.targets()[i];
                    for (int b = 0; b < size; b++) {
                        normal[a][b] += weight * row[a] * row[b];
                    }
                }
            }
        }
        addPenalty(plan, layout, normal);
        return new SingularValueDecomposition(new Array2DRowRealMatrix(normal, false))
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
    }

    private static void fill(double[] row, Examples e, int i, ParameterLayout layout) {
        ParameterLayout.Block w = layout.block("W1");
        for (int j = 0; j < e.columns(); j++) {
            row[w.index(0, j)] = e.x()[i * e.columns() + j];
        }
        for (ParameterLayout.Block block : layout.blocks()) {
            if (block.isBias()) {
                row[block.offset()] = 1;
            }
        }
    }

    /// The penalty's second derivative, read off the model itself: l2 at every weight.
    private static void addPenalty(Plan plan, ParameterLayout layout, double[][] normal) {
        double[] one = new double[layout.size()];
        for (int a = 0; a < one.length; a++) {
            one[a] = 1;
            normal[a][a] += 2 * plan.model().newKernel().penalty(one);
            one[a] = 0;
        }
    }
}
