package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// Label skew and quantity skew, each with its own knob: sizes by [QuantityDirichlet], mixes of
/// classes by [DirichletByClient].
///
/// q ~ Dir(beta 1_K), n_k = q_k n; m_k ~ Dir(alpha p) over the classes, p the mix of all training
/// examples. In [DirichletByClass] the one alpha makes labels and sizes uneven together.
public final class MixedSkew implements Partition {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "mixed",
                "Labels and sizes",
                "Clients differ in their mix of classes and in their amount of data.",
                "q ~ Dir(β 1_K), n_k = q_k n; m_k ~ Dir(α p) over the classes",
                "",
                List.of(
                        IidPartition.CLIENTS,
                        DirichletByClass.ALPHA,
                        QuantityDirichlet.BETA,
                        Minimum.SPEC));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        // Split, so that another alpha leaves the sizes as they are and the reverse.
        RandomStream[] streams = stream.split(2);
        ShareDealer sizes = QuantityDirichlet.sizes(request, values, streams[0]);
        int clients = sizes.clients().size();
        return new MixDealer(
                sizes.clients(),
                request.classOf(),
                DirichletByClient.mixes(
                        request, values.real("alpha"), Draws.perClient(streams[1], clients)),
                n -> Draws.cut(sizes.shares()[0], n),
                sizes.notes());
    }
}
