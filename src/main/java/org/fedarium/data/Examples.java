package org.fedarium.data;

/// A block of examples, row-major. Treated as immutable: nobody writes into the arrays after
/// construction.
///
/// @param x       rows x columns inputs, row after row
/// @param rows    number of examples
/// @param columns number of inputs per example
/// @param labels  class index per row; empty for regression
/// @param targets value to predict per row; empty for classification
public record Examples(double[] x, int rows, int columns, int[] labels, double[] targets) {

    public Examples {
        if (x.length != rows * columns) {
            throw new IllegalArgumentException(
                    "x has " + x.length + " values, not " + rows * columns);
        }
        if (labels.length + targets.length != rows) {
            throw new IllegalArgumentException("Need one label or one target per row");
        }
    }

    /// The rows with these indices, in this order, copied.
    public Examples select(int[] indices) {
        double[] picked = new double[indices.length * columns];
        int[] pickedLabels = new int[labels.length == 0 ? 0 : indices.length];
        double[] pickedTargets = new double[labels.length == 0 ? indices.length : 0];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(x, indices[i] * columns, picked, i * columns, columns);
            if (labels.length > 0) {
                pickedLabels[i] = labels[indices[i]];
            } else {
                pickedTargets[i] = targets[indices[i]];
            }
        }
        return new Examples(picked, indices.length, columns, pickedLabels, pickedTargets);
    }
}
