package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.ArrayList;
import java.util.List;

/// Identical data: the examples are shuffled and dealt in equal parts, sizes differing by at most
/// one.
public final class IidPartition implements Partition {
    /// The number of clients, shared by every rule that does not take it from the data.
    static final ParameterSpec CLIENTS =
            ParameterSpec.integer("clients", "Clients", 1, 1000, 20, "How many clients there are.")
                    .in(new Domain.Integers(1, 1000, Domain.Scale.LOG))
                    .restartOnly();

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "iid",
                "Identical (IID)",
                "Examples are shuffled and dealt in equal parts.",
                "n_k = n / K",
                "",
                List.of(CLIENTS));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        return new EvenDealer(values.integer("clients"));
    }

    /// Stable names of simulated clients: C1, C2, ...
    static List<String> numbered(int clients) {
        List<String> names = new ArrayList<>(clients);
        for (int k = 1; k <= clients; k++) {
            names.add("C" + k);
        }
        return List.copyOf(names);
    }
}
