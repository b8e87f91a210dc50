package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// The pathological split of the FedAvg paper: all training examples are sorted by label and cut
/// into s K shards, sizes differing by at most one; each client gets s shards at random. The paper
/// has 60,000 digits, 200 shards of 300 and 2 for each of 100 clients.
///
/// A shard may straddle two labels, so a client holds at most 2 s labels when every class fills at
/// least one shard. Validation and test examples are cut within each class as the training
/// examples were, so that a client is tested on labels it has.
///
/// McMahan, Moore, Ramage, Hampson, Aguera y Arcas: Communication-Efficient Learning of Deep
/// Networks from Decentralized Data, AISTATS 2017, section 3.
public final class ShardsPartition implements Partition {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "shards",
                "Shards",
                "Examples are sorted by label and cut; each client gets a few pieces.",
                "sort by y, cut into s K shards; s random shards for each client",
                "McMahan et al., Communication-Efficient Learning of Deep Networks from"
                        + " Decentralized Data, AISTATS 2017",
                List.of(
                        IidPartition.CLIENTS,
                        ParameterSpec.integer(
                                "shards",
                                "Shards per client",
                                1,
                                20,
                                2,
                                "Few shards: each client knows few labels.")));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        int perClient = values.integer("shards");
        int[] shards = stream.permutation(clients * perClient);
        int[] ownerOf = new int[shards.length];
        for (int i = 0; i < shards.length; i++) {
            ownerOf[shards[i]] = i / perClient;
        }
        return ShareDealer.ofCounts(
                IidPartition.numbered(clients),
                request.classOf(),
                counts(request.classSizes(), ownerOf, clients),
                List.of());
    }

    /// Examples by [class][client] when the sorted examples are cut into as many shards as there
    /// are owners. Clients keep their order within a class, whichever shards they own.
    static int[][] counts(int[] classSizes, int[] ownerOf, int clients) {
        int total = 0;
        for (int size : classSizes) {
            total += size;
        }
        int[] shardSizes = Draws.even(total, ownerOf.length);
        int[][] counts = new int[classSizes.length][clients];
        int shard = 0;
        int left = shardSizes[0];
        for (int y = 0; y < classSizes.length; y++) {
            int open = classSizes[y];
            while (open > 0) {
                while (left == 0) {
                    left = shardSizes[++shard];
                }
                int taken = Math.min(open, left);
                counts[y][ownerOf[shard]] += taken;
                open -= taken;
                left -= taken;
            }
        }
        return counts;
    }
}
