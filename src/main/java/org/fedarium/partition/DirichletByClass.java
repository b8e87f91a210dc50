package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.Arrays;
import java.util.List;

/// Label skew, class by class (Yurochkin et al. 2019): every class is shared out over the clients
/// in proportions drawn from a symmetric Dirichlet distribution. Small alpha: few clients hold most
/// of a class. Clients get different amounts of data too, as a side effect.
///
/// For each class y: p ~ Dir(alpha 1_K), examples cut at floor(cumsum(p) n_y).
///
/// Nobody is left with fewer than `minimum` training examples, see [Minimum].
/// `balance` is the self-balancing step of NIID-Bench's code (not in the paper): clients that
/// already hold n / K examples get nothing of the following classes.
public final class DirichletByClass implements Partition {
    static final ParameterSpec ALPHA =
            ParameterSpec.logReal(
                    "alpha",
                    "Concentration α",
                    0.01,
                    1000,
                    0.3,
                    "Small: clients hold very different classes. Large: all look alike.");

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "dirichlet-by-class",
                "Dirichlet by class",
                "Each class is shared out over the clients in random proportions.",
                "p ~ Dir(α 1_K) for each class; cut at floor(cumsum(p) n_y)",
                "M. Yurochkin et al., Bayesian Nonparametric Federated Learning of Neural"
                        + " Networks, ICML 2019",
                List.of(
                        IidPartition.CLIENTS,
                        ALPHA,
                        Minimum.SPEC,
                        ParameterSpec.flag(
                                        "balance",
                                        "Balance sizes",
                                        false,
                                        "Clients that hold their even share already get no more"
                                                + " classes (a step of NIID-Bench, not of the"
                                                + " paper).")
                                .at(ParameterSpec.Level.MORE)));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        int[] sizes = request.classSizes();
        return Minimum.dealer(
                clients,
                values.integer("minimum"),
                request.classOf(),
                sizes,
                () ->
                        shares(
                                Draws.logGammas(
                                        Draws.perClient(stream, clients),
                                        sizes.length,
                                        values.real("alpha")),
                                sizes,
                                values.flag("balance")));
    }

    /// Shares cumulated over the clients, by class.
    private static double[][] shares(double[][] logs, int[] sizes, boolean balance) {
        int clients = logs.length == 0 ? 0 : logs[0].length;
        long total = Arrays.stream(sizes).sum();
        long[] held = new long[clients];
        double[][] shares = new double[sizes.length][];
        for (int y = 0; y < sizes.length; y++) {
            double[] open = logs[y].clone();
            for (int k = 0; balance && sizes[y] > 0 && k < clients; k++) {
                if (held[k] * clients >= total) {
                    open[k] = Double.NEGATIVE_INFINITY;
                }
            }
            shares[y] = Draws.cumulate(Draws.normalise(open));
            int[] counts = Draws.cut(shares[y], sizes[y]);
            for (int k = 0; k < clients; k++) {
                held[k] += counts[k];
            }
        }
        return shares;
    }
}
