package org.fedarium.simulation;

import org.fedarium.data.Examples;
import org.fedarium.data.FederatedData;
import org.fedarium.data.Shard;
import org.fedarium.math.Dissimilarity;
import org.fedarium.model.Model;

import java.util.List;

/// The clients' full gradients at one model, for measures that compare them.
///
/// @param gradients grad F_k of every client that has training examples, L2 penalty included
/// @param examples  their numbers of training examples n_k
public record ClientGradients(double[][] gradients, double[] examples) {

    /// One pass over all training data.
    public static ClientGradients at(double[] theta, Model model, FederatedData data) {
        List<Examples> own =
                data.shards().stream().map(Shard::train).filter(e -> e.rows() > 0).toList();
        Model.Kernel kernel = model.newKernel();
        double[][] gradients = new double[own.size()][theta.length];
        double[] examples = new double[own.size()];
        for (int k = 0; k < examples.length; k++) {
            int rows = own.get(k).rows();
            int[] order = new int[rows];
            java.util.Arrays.setAll(order, i -> i);
            kernel.gradient(theta, own.get(k), order, 0, rows, gradients[k]);
            examples[k] = rows;
        }
        return new ClientGradients(gradients, examples);
    }

    /// FedProx's B(w) with shares n_k / n.
    public double dissimilarity() {
        return Dissimilarity.b(gradients, examples);
    }
}
