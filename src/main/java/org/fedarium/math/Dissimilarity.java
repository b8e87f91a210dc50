package org.fedarium.math;

/// How different the clients' gradients are at one model. All functions take grad F_k by client and
/// the clients' shares p_k in the global gradient grad f = sum p_k grad F_k; shares are normalised.
public final class Dissimilarity {
    private Dissimilarity() {}

    /// FedProx's B(w) = sqrt(sum_k p_k ||grad F_k||^2 / ||grad f||^2): 1 when all agree, infinite
    /// at a point that is stationary for f but not for every client. Where all gradients are 0 it
    /// is 1 by definition.
    ///
    /// Li et al.: Federated Optimization in Heterogeneous Networks, MLSys 2020, Definition 3.
    public static double b(double[][] gradients, double[] shares) {
        double total = total(shares);
        double squares = 0;
        for (int k = 0; k < gradients.length; k++) {
            squares += shares[k] / total * Vectors.dot(gradients[k], gradients[k]);
        }
        double[] mean = mean(gradients, shares);
        return squares == 0 ? 1 : Math.sqrt(squares / Vectors.dot(mean, mean));
    }

    /// (1/K) sum_k ||grad f - grad F_k||^2, as FedProx's code logs it: f weighs clients by their
    /// shares, the mean of the distances does not.
    public static double variance(double[][] gradients, double[] shares) {
        double[] mean = mean(gradients, shares);
        double sum = 0;
        for (double[] gradient : gradients) {
            double distance = Vectors.distance(mean, gradient);
            sum += distance * distance;
        }
        return sum / gradients.length;
    }

    private static double[] mean(double[][] gradients, double[] shares) {
        double total = total(shares);
        double[] mean = new double[gradients[0].length];
        for (int k = 0; k < gradients.length; k++) {
            Vectors.add(mean, shares[k] / total, gradients[k]);
        }
        return mean;
    }

    private static double total(double[] shares) {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        return total;
    }
}
