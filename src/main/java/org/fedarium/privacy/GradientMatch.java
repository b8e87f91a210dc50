package org.fedarium.privacy;

import org.fedarium.math.Elementary;
import org.fedarium.model.ParameterLayout;
import org.fedarium.model.ParameterLayout.Block;

import java.util.Arrays;

/// Distance D = ||g(x, p) - g*||^2 between the gradient of guessed examples and a given gradient,
/// with D's own derivatives, for dense layers with tanh between them and softmax cross-entropy
/// against soft labels p = softmax(q).
///
/// With r = g - g* the derivative of D by a guess u is 2 d/du (r . dL/dtheta) = 2 R{dL/du}, where R
/// is the derivative along theta + eps r: one forward and backward pass that carries a value and
/// its tangent. Pearlmutter: Fast Exact Multiplication by the Hessian, Neural Computation 1994.
///
/// A point is B examples after each other, each its inputs and then its label scores q.
final class GradientMatch {
    private final ParameterLayout layout;
    private final double[] theta;
    private final double[] target;
    private final int batch;
    private final int layers;
    private final int inputs;
    private final int classes;

    GradientMatch(ParameterLayout layout, double[] theta, double[] target, int batch) {
        this.layout = layout;
        this.theta = theta;
        this.target = target;
        this.batch = batch;
        this.layers = (int) layout.blocks().stream().filter(b -> b.name().startsWith("W")).count();
        this.inputs = weights(1).columns();
        this.classes = weights(layers).rows();
    }

    int inputs() {
        return inputs;
    }

    int classes() {
        return classes;
    }

    /// Length of a point.
    int size() {
        return batch * (inputs + classes);
    }

    /// D at a point.
    double distance(double[] point) {
        double[] r = residual(point);
        double sum = 0;
        for (double v : r) {
            sum += v * v;
        }
        return sum;
    }

    /// The derivative of D at a point.
    double[] derivative(double[] point) {
        double[] r = residual(point);
        double[] out = new double[size()];
        for (int b = 0; b < batch; b++) {
            int at = b * (inputs + classes);
            Pass pass = new Pass(point, at, r);
            pass.backward(null);
            for (int i = 0; i < inputs; i++) {
                out[at + i] = 2.0 / batch * pass.inputTangent[i];
            }
            double mean = 0;
            for (int k = 0; k < classes; k++) {
                mean += pass.label[k] * pass.scoreTangent[k];
            }
            for (int k = 0; k < classes; k++) {
                out[at + inputs + k] = 2.0 / batch * pass.label[k] * (mean - pass.scoreTangent[k]);
            }
        }
        return out;
    }

    private double[] residual(double[] point) {
        double[] r = new double[target.length];
        double[] none = new double[target.length];
        for (int b = 0; b < batch; b++) {
            new Pass(point, b * (inputs + classes), none).backward(r);
        }
        for (int i = 0; i < r.length; i++) {
            r[i] = r[i] / batch - target[i];
        }
        return r;
    }

    /// softmax(q) of one example of a point.
    double[] label(double[] point, int example) {
        int from = example * (inputs + classes) + inputs;
        return softmax(Arrays.copyOfRange(point, from, from + classes));
    }

    private static double[] softmax(double[] z) {
        double max = Arrays.stream(z).max().orElseThrow();
        double sum = 0;
        double[] p = new double[z.length];
        for (int k = 0; k < z.length; k++) {
            p[k] = Elementary.exp(z[k] - max);
            sum += p[k];
        }
        for (int k = 0; k < z.length; k++) {
            p[k] /= sum;
        }
        return p;
    }

    private Block weights(int layer) {
        return layout.block("W" + layer);
    }

    private Block bias(int layer) {
        return layout.block("b" + layer);
    }

    /// One example forward and backward, each quantity with its tangent along the direction r.
    private final class Pass {
        private final double[] direction;
        private final double[][] a = new double[layers + 1][];
        private final double[][] aTangent = new double[layers + 1][];
        private final double[] label;
        private final double[] scoreTangent;
        private double[] inputTangent = new double[0];

        Pass(double[] point, int at, double[] direction) {
            this.direction = direction;
            a[0] = Arrays.copyOfRange(point, at, at + inputs);
            aTangent[0] = new double[inputs];
            label = softmax(Arrays.copyOfRange(point, at + inputs, at + inputs + classes));
            for (int l = 1; l <= layers; l++) {
                forward(l);
            }
            scoreTangent = aTangent[layers];
        }

        private void forward(int l) {
            Block w = weights(l);
            Block bias = bias(l);
            double[] z = new double[w.rows()];
            double[] zTangent = new double[w.rows()];
            for (int o = 0; o < z.length; o++) {
                double sum = theta[bias.offset() + o];
                double tangent = direction[bias.offset() + o];
                for (int i = 0; i < w.columns(); i++) {
                    int at = w.index(o, i);
                    sum += theta[at] * a[l - 1][i];
                    tangent += theta[at] * aTangent[l - 1][i] + direction[at] * a[l - 1][i];
                }
                boolean hidden = l < layers;
                z[o] = hidden ? StrictMath.tanh(sum) : sum;
                zTangent[o] = hidden ? (1 - z[o] * z[o]) * tangent : tangent;
            }
            a[l] = z;
            aTangent[l] = zTangent;
        }

        /// Adds dL/dtheta into `gradient`, or fills the tangents when it is null.
        void backward(double @org.jspecify.annotations.Nullable [] gradient) {
            double[] p = softmax(a[layers]);
            double mean = 0;
            for (int k = 0; k < classes; k++) {
                mean += p[k] * scoreTangent[k];
            }
            double[] delta = new double[classes];
            double[] tangent = new double[classes];
            for (int k = 0; k < classes; k++) {
                delta[k] = p[k] - label[k];
                tangent[k] = p[k] * (scoreTangent[k] - mean);
            }
            for (int l = layers; l >= 1; l--) {
                Block w = weights(l);
                double[] below = new double[w.columns()];
                double[] belowTangent = new double[w.columns()];
                for (int o = 0; o < w.rows(); o++) {
                    for (int i = 0; i < w.columns(); i++) {
                        int at = w.index(o, i);
                        below[i] += theta[at] * delta[o];
                        belowTangent[i] += theta[at] * tangent[o] + direction[at] * delta[o];
                        if (gradient != null) {
                            gradient[at] += delta[o] * a[l - 1][i];
                        }
                    }
                    if (gradient != null) {
                        gradient[bias(l).offset() + o] += delta[o];
                    }
                }
                if (l > 1) {
                    for (int i = 0; i < below.length; i++) {
                        double h = a[l - 1][i];
                        double slope = 1 - h * h;
                        belowTangent[i] =
                                belowTangent[i] * slope - 2 * h * aTangent[l - 1][i] * below[i];
                        below[i] *= slope;
                    }
                }
                delta = below;
                tangent = belowTangent;
            }
            inputTangent = tangent;
        }
    }
}
