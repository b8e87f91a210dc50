package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;

import java.util.List;

/// Quantity skew as in FedProx's synthetic data: a few clients hold most of the examples.
///
/// w_k = floor(exp(4 + sigma z_k)) + 50, z_k ~ N(0, 1); n_k = n w_k / sum w, cut at the floor of
/// the running sums.
///
/// FedProx (Li et al., MLSys 2020) takes w_k itself, with sigma 2, as the number of examples to
/// generate and speaks of a power law; the code draws this log-normal distribution. Real data have
/// n examples, so the w_k are scaled to add up to n: proportions are kept, numbers are not.
public final class QuantityPower implements Partition {
    private static final double MEAN_LOG = 4;
    private static final double OFFSET = 50;

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "quantity-power",
                "Sizes with a long tail",
                "A few clients hold most of the examples, all of the same mix.",
                "w_k = ⌊exp(4 + σ z_k)⌋ + 50, z_k ~ N(0, 1); n_k = n w_k / Σ w",
                "Li et al., Federated Optimization in Heterogeneous Networks, MLSys 2020",
                List.of(
                        IidPartition.CLIENTS,
                        ParameterSpec.real(
                                "sigma",
                                "Tail σ",
                                0,
                                4,
                                2,
                                "0: equal sizes. Large: one client holds nearly everything."),
                        Minimum.SPEC));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        double sigma = values.real("sigma");
        return Minimum.sizes(
                clients,
                values.integer("minimum"),
                request.classOf().length,
                request.train().length,
                () -> Draws.cumulate(shares(sigma, Draws.perClient(stream, clients))));
    }

    private static double[] shares(double sigma, RandomStream[] streams) {
        double[] shares = new double[streams.length];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            double z = Samplers.gaussian(streams[k]);
            shares[k] = Math.floor(StrictMath.exp(MEAN_LOG + sigma * z)) + OFFSET;
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}
