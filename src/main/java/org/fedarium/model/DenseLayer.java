package org.fedarium.model;

import org.fedarium.math.Vectors;

import java.util.Arrays;

/// One dense layer z = W a + b with its gradient, for blocks of up to [#BLOCK] examples.
///
/// Rows of W lie in separate arrays: loops over one index of whole rows become vector instructions.
/// Layers with many outputs keep one row per input ("input major"), layers with few outputs one row
/// per output. Every sum runs in a fixed order, so the bits never depend on the machine.
final class DenseLayer {
    static final int BLOCK = 64;
    private static final int FEW_OUTPUTS = 16;

    private final int inputs;
    private final int outputs;
    private final boolean inputMajor;
    private final boolean hasBias;
    private final int weightOffset;
    private final double[][] weight;
    private final double[][] weightGradient;
    private final double[] bias;
    private final double[] biasGradient;

    DenseLayer(int inputs, int outputs, boolean hasBias, int weightOffset) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.hasBias = hasBias;
        this.inputMajor = isInputMajor(outputs);
        this.weightOffset = weightOffset;
        int rows = inputMajor ? inputs : outputs;
        int columns = inputMajor ? outputs : inputs;
        weight = new double[rows][columns];
        weightGradient = new double[rows][columns];
        bias = new double[outputs];
        biasGradient = new double[outputs];
    }

    static boolean isInputMajor(int outputs) {
        return outputs >= FEW_OUTPUTS;
    }

    /// Copies this layer's parameters out of the flat array.
    void load(double[] theta) {
        int from = weightOffset;
        for (double[] row : weight) {
            System.arraycopy(theta, from, row, 0, row.length);
            from += row.length;
        }
        if (hasBias) {
            System.arraycopy(theta, from, bias, 0, outputs);
        }
    }

    void clearGradient() {
        for (double[] row : weightGradient) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(biasGradient, 0);
    }

    /// Writes the gradient into the flat array.
    void storeGradient(double[] gradient) {
        int to = weightOffset;
        for (double[] row : weightGradient) {
            System.arraycopy(row, 0, gradient, to, row.length);
            to += row.length;
        }
        if (hasBias) {
            System.arraycopy(biasGradient, 0, gradient, to, outputs);
        }
    }

    /// z[b] = W a[b] + b for b < n.
    void forward(double[][] a, int n, double[][] z) {
        if (inputMajor) {
            for (int b = 0; b < n; b++) {
                System.arraycopy(bias, 0, z[b], 0, outputs);
                addRows(z[b], a[b], weight, inputs);
            }
            return;
        }
        for (int b = 0; b < n; b++) {
            double[] ab = a[b];
            double[] zb = z[b];
            for (int o = 0; o < outputs; o++) {
                zb[o] = bias[o] + Vectors.dot(weight[o], 0, ab, 0, inputs);
            }
        }
    }

    /// Adds the gradient for the block: dz[b] is the derivative of the loss by z[b]; writes the
    /// derivative by a[b] into da[b] unless da is null.
    void backward(
            double[][] a, double[][] dz, int n, double @org.jspecify.annotations.Nullable [][] da) {
        double[][] rows = inputMajor ? a : dz;
        double[][] columns = inputMajor ? dz : a;
        for (int r = 0; r < weightGradient.length; r++) {
            addOuter(weightGradient[r], rows, r, columns, n);
        }
        for (int b = 0; b < n; b++) {
            Vectors.add(biasGradient, 1, dz[b]);
        }
        if (da == null) {
            return;
        }
        for (int b = 0; b < n; b++) {
            if (inputMajor) {
                for (int i = 0; i < inputs; i++) {
                    da[b][i] = Vectors.dot(weight[i], 0, dz[b], 0, outputs);
                }
            } else {
                Arrays.fill(da[b], 0, inputs, 0);
                addRows(da[b], dz[b], weight, outputs);
            }
        }
    }

    /// target += sum_r c[r] rows[r], four rows at a time.
    private static void addRows(double[] target, double[] c, double[][] rows, int count) {
        int r = 0;
        for (; r + 3 < count; r += 4) {
            addFour(
                    target,
                    c[r],
                    rows[r],
                    c[r + 1],
                    rows[r + 1],
                    c[r + 2],
                    rows[r + 2],
                    c[r + 3],
                    rows[r + 3]);
        }
        for (; r < count; r++) {
            addOne(target, c[r], rows[r]);
        }
    }

    /// target += sum_b rows[b][r] columns[b] over the block, four examples at a time.
    private static void addOuter(
            double[] target, double[][] rows, int r, double[][] columns, int n) {
        int b = 0;
        for (; b + 3 < n; b += 4) {
            addFour(
                    target,
                    rows[b][r],
                    columns[b],
                    rows[b + 1][r],
                    columns[b + 1],
                    rows[b + 2][r],
                    columns[b + 2],
                    rows[b + 3][r],
                    columns[b + 3]);
        }
        for (; b < n; b++) {
            addOne(target, rows[b][r], columns[b]);
        }
    }

    private static void addFour(
            double[] target,
            double c0,
            double[] x0,
            double c1,
            double[] x1,
            double c2,
            double[] x2,
            double c3,
            double[] x3) {
        for (int j = 0; j < target.length; j++) {
            target[j] += (c0 * x0[j] + c1 * x1[j]) + (c2 * x2[j] + c3 * x3[j]);
        }
    }

    private static void addOne(double[] target, double c, double[] x) {
        for (int j = 0; j < target.length; j++) {
            target[j] += c * x[j];
        }
    }
}
