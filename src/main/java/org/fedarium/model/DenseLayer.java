package org.fedarium.model;

import org.fedarium.math.Vectors;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// One dense layer z = W a + b with its gradient, for blocks of up to [#BLOCK] examples, on flat
/// parameter arrays.
///
/// Layers with many outputs keep one row per input ("input major"), layers with few outputs one row
/// per output. Rows are copied, four at a time, into small arrays that stay in the nearest cache:
/// loops over one index of whole arrays become vector instructions, loops with an offset do not.
/// Every sum runs in a fixed order, so the bits never depend on the machine.
final class DenseLayer {
    static final int BLOCK = 64;
    private static final int FEW_OUTPUTS = 16;

    private final int inputs;
    private final int outputs;
    private final boolean inputMajor;
    private final boolean hasBias;
    private final int weightOffset;
    private final int biasOffset;
    private final int rows;
    private final int width;
    private final double[][] scratch;

    DenseLayer(int inputs, int outputs, boolean hasBias, int weightOffset) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.hasBias = hasBias;
        this.inputMajor = isInputMajor(outputs);
        this.weightOffset = weightOffset;
        this.biasOffset = weightOffset + inputs * outputs;
        this.rows = inputMajor ? inputs : outputs;
        this.width = inputMajor ? outputs : inputs;
        this.scratch = new double[4][width];
    }

    static boolean isInputMajor(int outputs) {
        return outputs >= FEW_OUTPUTS;
    }

    /// z[b] = W a[b] + b for b < n.
    void forward(double[] theta, double[][] a, int n, double[][] z) {
        for (int b = 0; b < n; b++) {
            if (hasBias) {
                System.arraycopy(theta, biasOffset, z[b], 0, outputs);
            } else {
                Arrays.fill(z[b], 0, outputs, 0);
            }
        }
        if (inputMajor) {
            addRows(theta, a, n, z);
            return;
        }
        for (int b = 0; b < n; b++) {
            double[] ab = a[b];
            double[] zb = z[b];
            int o = 0;
            for (; o + 1 < outputs; o += 2) {
                addTwoDots(theta, weightOffset + o * inputs, ab, zb, o);
            }
            if (o < outputs) {
                zb[o] += Vectors.dot(theta, weightOffset + o * inputs, ab, 0, inputs);
            }
        }
    }

    /// z[o] and z[o + 1] += their rows times a, each sum in the order of [Vectors#dot]: two chains
    /// of additions at once keep the processor busier than one.
    private void addTwoDots(double[] theta, int from, double[] a, double[] z, int o) {
        int next = from + inputs;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        int i = 0;
        for (; i + 3 < inputs; i += 4) {
            double a0 = a[i];
            double a1 = a[i + 1];
            double a2 = a[i + 2];
            double a3 = a[i + 3];
            s0 += theta[from + i] * a0;
            s1 += theta[from + i + 1] * a1;
            s2 += theta[from + i + 2] * a2;
            s3 += theta[from + i + 3] * a3;
            t0 += theta[next + i] * a0;
            t1 += theta[next + i + 1] * a1;
            t2 += theta[next + i + 2] * a2;
            t3 += theta[next + i + 3] * a3;
        }
        for (; i < inputs; i++) {
            s0 += theta[from + i] * a[i];
            t0 += theta[next + i] * a[i];
        }
        z[o] += (s0 + s1) + (s2 + s3);
        z[o + 1] += (t0 + t1) + (t2 + t3);
    }

    /// Writes the gradient of the block into the flat array, or adds it when `add`. `dz[b]` is the
    /// derivative of the loss by z[b]; the derivative by a[b] goes into da[b] unless da is null.
    void backward(
            double[] theta,
            double[][] a,
            double[][] dz,
            int n,
            double[] gradient,
            boolean add,
            double @Nullable [][] da) {
        double[][] factors = inputMajor ? a : dz;
        double[][] vectors = inputMajor ? dz : a;
        double[] row = scratch[0];
        for (int r = 0; r < rows; r++) {
            int at = weightOffset + r * width;
            if (add) {
                System.arraycopy(gradient, at, row, 0, width);
            } else {
                Arrays.fill(row, 0);
            }
            addOuter(row, factors, r, vectors, n);
            System.arraycopy(row, 0, gradient, at, width);
        }
        if (hasBias) {
            biasGradient(dz, n, gradient, add);
        }
        if (da != null) {
            inputDerivative(theta, dz, n, da);
        }
    }

    private void biasGradient(double[][] dz, int n, double[] gradient, boolean add) {
        for (int o = 0; o < outputs; o++) {
            double sum = add ? gradient[biasOffset + o] : 0;
            for (int b = 0; b < n; b++) {
                sum += dz[b][o];
            }
            gradient[biasOffset + o] = sum;
        }
    }

    private void inputDerivative(double[] theta, double[][] dz, int n, double[][] da) {
        if (inputMajor) {
            for (int b = 0; b < n; b++) {
                for (int i = 0; i < inputs; i++) {
                    da[b][i] = Vectors.dot(theta, weightOffset + i * outputs, dz[b], 0, outputs);
                }
            }
            return;
        }
        for (int b = 0; b < n; b++) {
            Arrays.fill(da[b], 0, inputs, 0);
        }
        addRows(theta, dz, n, da);
    }

    /// target[b] += sum_r factor[b][r] row_r for every example of the block, four rows at a time.
    private void addRows(double[] theta, double[][] factor, int n, double[][] target) {
        int r = 0;
        for (; r + 3 < rows; r += 4) {
            for (int i = 0; i < 4; i++) {
                System.arraycopy(theta, weightOffset + (r + i) * width, scratch[i], 0, width);
            }
            for (int b = 0; b < n; b++) {
                double[] f = factor[b];
                addFour(
                        target[b],
                        f[r],
                        scratch[0],
                        f[r + 1],
                        scratch[1],
                        f[r + 2],
                        scratch[2],
                        f[r + 3],
                        scratch[3]);
            }
        }
        for (; r < rows; r++) {
            System.arraycopy(theta, weightOffset + r * width, scratch[0], 0, width);
            for (int b = 0; b < n; b++) {
                addOne(target[b], factor[b][r], scratch[0]);
            }
        }
    }

    /// target += sum_b factor[b][r] vector[b] over the block, four examples at a time.
    private static void addOuter(
            double[] target, double[][] factor, int r, double[][] vector, int n) {
        int b = 0;
        for (; b + 3 < n; b += 4) {
            addFour(
                    target,
                    factor[b][r],
                    vector[b],
                    factor[b + 1][r],
                    vector[b + 1],
                    factor[b + 2][r],
                    vector[b + 2],
                    factor[b + 3][r],
                    vector[b + 3]);
        }
        for (; b < n; b++) {
            addOne(target, factor[b][r], vector[b]);
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
