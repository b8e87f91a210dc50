package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;

import java.util.List;

/// Label skew, client by client (Hsu et al. 2019): every client draws its own mix of classes around
/// the mix of all data, and all clients get equally many examples.
///
/// q_k ~ Dir(alpha p) over the classes; examples are drawn without replacement, and a class that is
/// used up is left out of the mix from then on. Clients take turns, one example each, so that the
/// last client is not the one left with what nobody wanted.
public final class DirichletByClient implements Partition {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "dirichlet-by-client",
                "Dirichlet by client",
                "Each client draws its own mix of classes; all hold equally many examples.",
                "q_k ~ Dir(α p), n_k = n / K",
                "T. H. Hsu, H. Qi, M. Brown, Measuring the Effects of Non-Identical Data"
                        + " Distribution for Federated Visual Classification, arXiv 1909.06335,"
                        + " 2019",
                List.of(IidPartition.CLIENTS, DirichletByClass.ALPHA));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        return new MixDealer(
                IidPartition.numbered(clients),
                request.classOf(),
                mixes(request, values.real("alpha"), Draws.perClient(stream, clients)),
                n -> Draws.even(n, clients),
                List.of());
    }

    /// Every client's own mix of classes around the mix of all training examples.
    static double[][] mixes(Request request, double alpha, RandomStream[] streams) {
        double[] prior = new double[request.classes()];
        for (int index : request.train()) {
            prior[request.classOf()[index]] += alpha / request.train().length;
        }
        double[][] mixes = new double[streams.length][];
        for (int k = 0; k < mixes.length; k++) {
            mixes[k] = request.train().length == 0 ? prior : Samplers.dirichlet(streams[k], prior);
        }
        return mixes;
    }
}
