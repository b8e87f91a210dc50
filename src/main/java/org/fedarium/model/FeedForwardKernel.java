package org.fedarium.model;

import org.fedarium.data.Examples;
import org.fedarium.data.Task;
import org.fedarium.math.Elementary;

/// Forward and backward passes of a [FeedForward] in blocks of examples, with memory allocated
/// once.
final class FeedForwardKernel implements Model.Kernel {
    private final FeedForward model;
    private final DenseLayer[] layers;
    // value[0] holds the inputs, value[l] the output of layer l.
    private final double[][][] value;
    private final double[][][] derivative;

    FeedForwardKernel(FeedForward model) {
        this.model = model;
        int[] sizes = model.sizes();
        layers = new DenseLayer[model.layers()];
        value = new double[sizes.length][DenseLayer.BLOCK][];
        derivative = new double[sizes.length][DenseLayer.BLOCK][];
        for (int l = 0; l < sizes.length; l++) {
            for (int b = 0; b < DenseLayer.BLOCK; b++) {
                value[l][b] = new double[sizes[l]];
                derivative[l][b] = l == 0 ? new double[0] : new double[sizes[l]];
            }
        }
        for (int l = 0; l < layers.length; l++) {
            int offset = model.layout().block("W" + (l + 1)).offset();
            layers[l] = new DenseLayer(sizes[l], sizes[l + 1], model.intercept(), offset);
        }
    }

    @Override
    public void gradient(
            double[] theta, Examples examples, int[] order, int from, int to, double[] gradient) {
        double scale = 1.0 / (to - from);
        for (int start = from; start < to; start += DenseLayer.BLOCK) {
            int n = Math.min(DenseLayer.BLOCK, to - start);
            for (int b = 0; b < n; b++) {
                copyRow(examples, order[start + b], b);
            }
            forward(theta, n);
            for (int b = 0; b < n; b++) {
                lossDerivative(examples, order[start + b], b, scale);
            }
            backward(theta, n, gradient, start > from);
        }
        addPenaltyGradient(theta, gradient);
    }

    @Override
    public double lossSum(double[] theta, Examples examples, int from, int to) {
        double sum = 0;
        for (int start = from; start < to; start += DenseLayer.BLOCK) {
            int n = Math.min(DenseLayer.BLOCK, to - start);
            for (int b = 0; b < n; b++) {
                copyRow(examples, start + b, b);
            }
            forward(theta, n);
            for (int b = 0; b < n; b++) {
                sum += loss(examples, start + b, outputs()[b]);
            }
        }
        return sum;
    }

    @Override
    public double batchLoss(double[] theta, Examples examples, int[] order, int from, int to) {
        double sum = 0;
        for (int start = from; start < to; start += DenseLayer.BLOCK) {
            int n = Math.min(DenseLayer.BLOCK, to - start);
            for (int b = 0; b < n; b++) {
                copyRow(examples, order[start + b], b);
            }
            forward(theta, n);
            for (int b = 0; b < n; b++) {
                sum += loss(examples, order[start + b], outputs()[b]);
            }
        }
        return sum / (to - from);
    }

    @Override
    public void predict(double[] theta, Examples examples, int from, int to, double[] out) {
        int width = model.outputs();
        for (int start = from; start < to; start += DenseLayer.BLOCK) {
            int n = Math.min(DenseLayer.BLOCK, to - start);
            for (int b = 0; b < n; b++) {
                copyRow(examples, start + b, b);
            }
            forward(theta, n);
            for (int b = 0; b < n; b++) {
                double[] z = outputs()[b];
                if (model.task() == Task.CLASSIFICATION) {
                    softmax(z);
                }
                System.arraycopy(z, 0, out, (start + b - from) * width, width);
            }
        }
    }

    @Override
    public double penalty(double[] theta) {
        if (model.l2() == 0) {
            return 0;
        }
        double sum = 0;
        for (ParameterLayout.Block block : model.layout().blocks()) {
            if (!block.isBias()) {
                for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                    sum += theta[i] * theta[i];
                }
            }
        }
        return 0.5 * model.l2() * sum;
    }

    private double[][] outputs() {
        return value[layers.length];
    }

    private void copyRow(Examples examples, int row, int b) {
        System.arraycopy(
                examples.x(), row * examples.columns(), value[0][b], 0, examples.columns());
    }

    private void forward(double[] theta, int n) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].forward(theta, value[l], n, value[l + 1]);
            if (l < layers.length - 1) {
                for (int b = 0; b < n; b++) {
                    model.activation().apply(value[l + 1][b], value[l + 1][b].length);
                }
            }
        }
    }

    private void backward(double[] theta, int n, double[] gradient, boolean add) {
        for (int l = layers.length - 1; l >= 0; l--) {
            double[][] below = l == 0 ? null : derivative[l];
            layers[l].backward(theta, value[l], derivative[l + 1], n, gradient, add, below);
            if (l > 0) {
                for (int b = 0; b < n; b++) {
                    double[] a = value[l][b];
                    model.activation().chain(a, derivative[l][b], a.length);
                }
            }
        }
    }

    /// Derivative of the mean loss by the last layer's output, for one example of the block.
    private void lossDerivative(Examples examples, int row, int b, double scale) {
        double[] z = outputs()[b];
        double[] d = derivative[layers.length][b];
        if (model.task() == Task.REGRESSION) {
            d[0] = scale * (z[0] - examples.targets()[row]);
            return;
        }
        softmax(z);
        for (int k = 0; k < z.length; k++) {
            d[k] = scale * z[k];
        }
        d[examples.labels()[row]] -= scale;
    }

    private double loss(Examples examples, int row, double[] z) {
        if (model.task() == Task.REGRESSION) {
            double error = z[0] - examples.targets()[row];
            return 0.5 * error * error;
        }
        double max = max(z);
        double sum = 0;
        for (double v : z) {
            sum += Elementary.exp(v - max);
        }
        return StrictMath.log(sum) + max - z[examples.labels()[row]];
    }

    /// Softmax in place, shifted by the largest entry so that it cannot overflow.
    private static void softmax(double[] z) {
        double max = max(z);
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            z[k] = Elementary.exp(z[k] - max);
            sum += z[k];
        }
        double inverse = 1 / sum;
        for (int k = 0; k < z.length; k++) {
            z[k] *= inverse;
        }
    }

    private static double max(double[] z) {
        double max = z[0];
        for (int k = 1; k < z.length; k++) {
            max = Math.max(max, z[k]);
        }
        return max;
    }

    private void addPenaltyGradient(double[] theta, double[] gradient) {
        if (model.l2() == 0) {
            return;
        }
        for (ParameterLayout.Block block : model.layout().blocks()) {
            if (!block.isBias()) {
                for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                    gradient[i] += model.l2() * theta[i];
                }
            }
        }
    }
}
