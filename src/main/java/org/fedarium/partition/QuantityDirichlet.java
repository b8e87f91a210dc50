package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// Quantity skew: shuffled examples in unequal parts, sizes drawn from a symmetric Dirichlet
/// distribution; every client sees the same mix of classes up to chance.
///
/// q ~ Dir(beta 1_K); cut at floor(cumsum(q) n).
///
/// NIID-Bench (`iid-diff-quantity`) draws again until everybody has 10 examples; here the smallest
/// client is a setting, see [Minimum].
///
/// Li, Diao, Chen, He: Federated Learning on Non-IID Data Silos: An Experimental Study, ICDE 2022.
public final class QuantityDirichlet implements Partition {
    static final ParameterSpec BETA =
            ParameterSpec.logReal(
                    "beta",
                    "Concentration β of sizes",
                    0.01,
                    1000,
                    0.5,
                    "Small: few clients hold most examples. Large: equal sizes.");

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "quantity-dirichlet",
                "Sizes by Dirichlet",
                "Clients hold different amounts of the same mix, in random proportions.",
                "q ~ Dir(β 1_K), n_k = q_k n",
                "Li, Diao, Chen, He, Federated Learning on Non-IID Data Silos, ICDE 2022",
                List.of(IidPartition.CLIENTS, BETA, Minimum.SPEC));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        return sizes(request, values, stream);
    }

    /// Drawn sizes that leave nobody below the minimum.
    static ShareDealer sizes(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        double beta = values.real("beta");
        return Minimum.sizes(
                clients,
                values.integer("minimum"),
                request.classOf().length,
                request.train().length,
                () ->
                        Draws.cumulate(
                                Draws.normalise(
                                        Draws.logGammas(Draws.perClient(stream, clients), 1, beta)[
                                                0])));
    }
}
