package org.fedarium.partition;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// The natural clients of the data: everybody who has the same value in the client column, such as
/// the hospital, the island or the writer. Nothing is drawn.
public final class ByColumn implements Partition {
    static final int MOST_CLIENTS = 1000;

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "by-column",
                "Natural clients",
                "Each value of the client column is a client: a hospital, an island, a writer.",
                "",
                "",
                List.of());
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        List<String> names = request.groupNames();
        if (names.isEmpty()) {
            throw BadInput.of(
                    "partition.no-clients",
                    "partition.kind: \"by-column\" needs data with a client column, and these"
                            + " data have none. Name one under data.client, or choose another"
                            + " partition.");
        }
        if (names.size() > MOST_CLIENTS) {
            throw BadInput.of(
                    "partition.many-clients",
                    "partition.kind: the client column has {0} different values; at most {1}"
                            + " clients are possible. Choose another client column.",
                    names.size(),
                    MOST_CLIENTS);
        }
        return new Dealer() {
            @Override
            public List<String> clients() {
                return names;
            }

            @Override
            public int[][] deal(int[] pool, RandomStream shuffle) {
                return Draws.byClass(pool, request.groupOf(), names.size());
            }
        };
    }
}
