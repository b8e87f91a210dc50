package org.fedarium.partition;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Concept shift: equal parts, but groups of clients call the same thing by different labels, so no
/// single model can be right for all. Client k (from 0) belongs to cluster k mod c. The first
/// cluster keeps the labels; each other one sees label y as pi(y), a random permutation, all
/// different.
///
/// Sattler, Mueller, Samek: Clustered Federated Learning, IEEE TNNLS 2021, permutes labels by
/// cluster in its experiments.
public final class LabelPermutation implements Partition {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "label-permutation",
                "Permuted labels",
                "Equal parts, but groups of clients use other labels for the same inputs.",
                "client k sees π_{k mod c}(y), π_0 the identity",
                "Sattler, Müller, Samek, Clustered Federated Learning, IEEE TNNLS 2021",
                List.of(
                        IidPartition.CLIENTS,
                        ParameterSpec.integer(
                                "clusters",
                                "Clusters",
                                2,
                                20,
                                2,
                                "How many groups of clients with labels of their own.")));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clusters = values.integer("clusters");
        check(request, clusters);
        List<int[]> permutations = permutations(request.classes(), clusters, stream);
        return new EvenDealer(values.integer("clients")) {
            @Override
            public boolean alters() {
                return true;
            }

            @Override
            public int label(int client, int label) {
                return permutations.get(client % clusters)[label];
            }
        };
    }

    private static void check(Request request, int clusters) {
        if (request.regression()) {
            throw BadInput.of(
                    "partition.permutation.number",
                    "partition.kind: \"label-permutation\" needs classes, and these data predict a"
                            + " number. Choose another partition.");
        }
        long orders = 1;
        for (int y = 2; y <= request.classes() && orders < clusters; y++) {
            orders *= y;
        }
        if (orders < clusters) {
            throw BadInput.of(
                    "partition.permutation.few",
                    "partition.clusters: {0} classes can be permuted in {1} ways, too few for {2}"
                            + " clusters. Choose at most {1}.",
                    request.classes(),
                    orders,
                    clusters);
        }
    }

    /// The identity first, then random ones, all different. More clusters leave the first as they
    /// are.
    static List<int[]> permutations(int classes, int clusters, RandomStream stream) {
        List<int[]> all = new ArrayList<>();
        int[] identity = new int[classes];
        Arrays.setAll(identity, y -> y);
        all.add(identity);
        while (all.size() < clusters) {
            int[] next = stream.permutation(classes);
            if (all.stream().noneMatch(known -> Arrays.equals(known, next))) {
                all.add(next);
            }
        }
        return all;
    }
}
