package org.fedarium.privacy;

import org.fedarium.catalog.BadInput;
import org.fedarium.model.ParameterLayout;
import org.fedarium.model.ParameterLayout.Block;

import java.util.stream.IntStream;

/// Reads an input back from a gradient, exactly, when the first layer is dense with a bias and the
/// gradient is of one example.
///
/// dL/dW_i = delta_i x and dL/db_i = delta_i, so x = dL/dW_i / dL/db_i for any output i with
/// delta_i != 0. With cross-entropy dL/db of the last layer is p - onehot(y): its only negative
/// entry is the label. For a batch of B examples the same quotient is sum_j delta_ij x_j / sum_j
/// delta_ij: a mix of all inputs with weights of both signs, in general none of them and outside
/// their range.
///
/// Phong et al., IEEE TIFS 2018; Geiping et al.: Inverting Gradients, NeurIPS 2020, Proposition
/// 3.1; label: Zhao, Mopuri, Bilen: iDLG, arXiv 2001.02610, 2020. An update is a gradient only
/// after one step of plain SGD.
public final class GradientInversion {
    private GradientInversion() {}

    /// The gradient behind the update of one step of plain SGD: -update / rate.
    public static double[] gradientOf(double[] update, double rate) {
        double[] gradient = new double[update.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = -update[i] / rate;
        }
        return gradient;
    }

    /// Takes the L2 penalty's part out of a gradient, in place; the server knows the model.
    ///
    /// @param model the parameters at which the gradient was taken
    public static void removePenalty(
            ParameterLayout layout, double[] gradient, double[] model, double l2) {
        for (Block block : layout.blocks()) {
            if (!block.isBias()) {
                for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                    gradient[i] -= l2 * model[i];
                }
            }
        }
    }

    /// The input, from the output whose bias gradient is largest, which loses the fewest digits.
    ///
    /// @throws BadInput without a bias, or when the gradient does not reach the first layer
    public static double[] input(ParameterLayout layout, double[] gradient) {
        Block bias = bias(layout, 1);
        int best =
                IntStream.range(0, bias.size())
                        .reduce(
                                0,
                                (a, b) ->
                                        Math.abs(gradient[bias.offset() + b])
                                                        > Math.abs(gradient[bias.offset() + a])
                                                ? b
                                                : a);
        return input(layout, gradient, best);
    }

    /// What output `row` (from 0) of the first layer says about the input.
    public static double[] input(ParameterLayout layout, double[] gradient, int row) {
        Block weights = layout.block("W1");
        double delta = gradient[bias(layout, 1).offset() + row];
        if (delta == 0) {
            throw BadInput.of(
                    "inversion.silent",
                    "gradient inversion: unit {0} of the first layer got no gradient, so it says"
                            + " nothing about the input.",
                    row + 1);
        }
        double[] x = new double[weights.columns()];
        for (int column = 0; column < x.length; column++) {
            x[column] = gradient[weights.index(row, column)] / delta;
        }
        return x;
    }

    /// The class of the one example: the only negative entry of the last layer's bias gradient.
    ///
    /// @throws BadInput without a bias, or when not exactly one entry is negative: the gradient is
    ///     then not of one example of a classifier
    public static int label(ParameterLayout layout, double[] gradient) {
        int layers = (int) layout.blocks().stream().filter(b -> b.name().startsWith("W")).count();
        Block bias = bias(layout, layers);
        int[] negative =
                IntStream.range(0, bias.size())
                        .filter(k -> gradient[bias.offset() + k] < 0)
                        .toArray();
        if (negative.length != 1) {
            throw BadInput.of(
                    "inversion.label",
                    "gradient inversion: {0} entries of the last bias gradient are negative, not"
                            + " one; this is not the gradient of a single example's class.",
                    negative.length);
        }
        return negative[0];
    }

    private static Block bias(ParameterLayout layout, int layer) {
        String name = "b" + layer;
        return layout.blocks().stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                BadInput.of(
                                        "inversion.bias",
                                        "gradient inversion: layer {0} has no bias, so the exact"
                                                + " formula does not apply.",
                                        layer));
    }
}
