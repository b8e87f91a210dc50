package org.fedarium.partition;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;
import java.util.stream.IntStream;

/// Each client owns exactly c classes ("#C = c" of NIID-Bench): client i (from 0) owns class i mod
/// C and c - 1 random others; every class's examples are shared equally by its owners, the first
/// ones getting one more when it does not divide.
///
/// Only classes that have training examples count. With fewer clients than classes NIID-Bench's
/// code drops the examples of a class that nobody drew; here such classes are given out first, and
/// the rule refuses when all clients together cannot own every class.
///
/// Li, Diao, Chen, He: Federated Learning on Non-IID Data Silos: An Experimental Study, ICDE 2022.
public final class ClassesPerClient implements Partition {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "classes-per-client",
                "Classes per client",
                "Each client holds a fixed number of classes; owners share a class equally.",
                "client i owns class i mod C and c − 1 others; n_y / owners of y each",
                "Li, Diao, Chen, He, Federated Learning on Non-IID Data Silos, ICDE 2022",
                List.of(
                        IidPartition.CLIENTS,
                        ParameterSpec.integer(
                                "classes",
                                "Classes per client",
                                1,
                                100,
                                2,
                                "How many different classes each client holds.")));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        int[] sizes = request.classSizes();
        int[] present = IntStream.range(0, sizes.length).filter(y -> sizes[y] > 0).toArray();
        int perClient = values.integer("classes");
        check(clients, perClient, present.length);
        boolean[][] owns = owners(clients, perClient, present.length, stream);
        int[][] counts = new int[sizes.length][clients];
        for (int c = 0; c < present.length; c++) {
            share(counts[present[c]], sizes[present[c]], c, owns);
        }
        return ShareDealer.ofCounts(
                IidPartition.numbered(clients), request.classOf(), counts, List.of());
    }

    private static void check(int clients, int perClient, int classes) {
        if (perClient > Math.max(1, classes)) {
            throw BadInput.of(
                    "partition.classes.many",
                    "partition.classes: {0} classes per client, but the training examples have only"
                            + " {1}. Choose at most {1}.",
                    perClient,
                    classes);
        }
        if (classes > clients * perClient) {
            throw BadInput.of(
                    "partition.classes.few",
                    "partition.classes: {0} clients with {1} classes each cannot hold all {2}"
                            + " classes. Use more clients or more classes per client.",
                    clients,
                    perClient,
                    classes);
        }
    }

    /// Who owns what: [client][class]. Each client draws from its own stream.
    static boolean[][] owners(int clients, int perClient, int classes, RandomStream stream) {
        boolean[][] owns = new boolean[clients][classes];
        int[] held = new int[clients];
        for (int k = 0; k < clients && classes > 0; k++) {
            owns[k][k % classes] = true;
            held[k] = 1;
        }
        RandomStream[] streams = Draws.perClient(stream, clients);
        for (int next = clients, k = 0; next < classes; next++, k = (k + 1) % clients) {
            owns[k][next] = true;
            held[k]++;
        }
        for (int k = 0; k < clients; k++) {
            for (int y : streams[k].permutation(classes)) {
                if (held[k] < perClient && !owns[k][y]) {
                    owns[k][y] = true;
                    held[k]++;
                }
            }
        }
        return owns;
    }

    /// One class's examples in equal parts over its owners.
    private static void share(int[] counts, int size, int c, boolean[][] owns) {
        int[] owners = IntStream.range(0, owns.length).filter(k -> owns[k][c]).toArray();
        int[] parts = Draws.even(size, owners.length);
        for (int i = 0; i < owners.length; i++) {
            counts[owners[i]] = parts[i];
        }
    }
}
