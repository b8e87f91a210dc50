package org.fedarium.model;

import org.fedarium.data.Task;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;

import java.util.ArrayList;
import java.util.List;

/// A stack of dense layers. Without hidden layers it is linear or softmax regression; with them a
/// multilayer perceptron. The last layer is linear (regression) or softmax (classification).
///
/// @param task       decides the loss: 1/2 squared error, or cross-entropy
/// @param sizes      inputs, hidden sizes, outputs
/// @param intercept  whether layers have biases
/// @param l2         factor of the penalty 1/2 l2 ||weights||^2
/// @param zeroStart  start at zero (convex models) instead of random weights
record FeedForward(
        Task task,
        int[] sizes,
        Activation activation,
        boolean intercept,
        double l2,
        boolean zeroStart,
        ParameterLayout layout)
        implements Model {

    static FeedForward of(
            Task task,
            int[] sizes,
            Activation activation,
            boolean intercept,
            double l2,
            boolean zeroStart) {
        List<ParameterLayout.Block> blocks = new ArrayList<>();
        int offset = 0;
        for (int l = 1; l < sizes.length; l++) {
            boolean inputMajor = DenseLayer.isInputMajor(sizes[l]);
            blocks.add(
                    new ParameterLayout.Block("W" + l, offset, sizes[l], sizes[l - 1], inputMajor));
            offset += sizes[l] * sizes[l - 1];
            if (intercept) {
                blocks.add(new ParameterLayout.Block("b" + l, offset, 1, sizes[l], false));
                offset += sizes[l];
            }
        }
        return new FeedForward(
                task, sizes, activation, intercept, l2, zeroStart, new ParameterLayout(blocks));
    }

    @Override
    public int outputs() {
        return sizes[sizes.length - 1];
    }

    @Override
    public boolean isSmooth() {
        return layers() == 1 || activation == Activation.TANH;
    }

    int layers() {
        return sizes.length - 1;
    }

    /// Zeros, or weights from N(0, gain / inputs) with gain 2 for ReLU (He et al., ICCV 2015) and 1
    /// for tanh and the last layer; biases zero.
    @Override
    public void initialise(double[] theta, RandomStream stream) {
        java.util.Arrays.fill(theta, 0);
        if (zeroStart) {
            return;
        }
        for (ParameterLayout.Block block : layout.blocks()) {
            if (block.isBias()) {
                continue;
            }
            boolean last = block.name().equals("W" + layers());
            double gain = last ? 1 : activation.gain();
            double deviation = Math.sqrt(gain / block.columns());
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    theta[block.index(row, column)] = deviation * Samplers.gaussian(stream);
                }
            }
        }
    }

    @Override
    public Kernel newKernel() {
        return new FeedForwardKernel(this);
    }
}
