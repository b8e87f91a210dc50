package org.fedarium.simulation;

import org.fedarium.catalog.Values;
import org.fedarium.math.NamedVectors;
import org.fedarium.math.Purpose;
import org.fedarium.math.RandomStream;
import org.fedarium.network.Compressor;

import java.util.Arrays;
import java.util.List;

/// What happens to the updates of one round between training and the server: attack, clip and
// noise,
/// compress. Clients may be sent for on several threads, each client once.
final class Uplink {
    private final Plan plan;
    private final int round;
    private final int size;
    private final List<String> sent;
    private final NamedVectors[] unsent;

    Uplink(Plan plan, SimulationState state, int round) {
        this.plan = plan;
        this.round = round;
        this.size = state.model().length;
        this.sent = plan.algorithm().entry().sent(plan.algorithm().values());
        this.unsent = unsentBefore(plan, state);
    }

    /// One place for each client when compression remembers, else none: a memory that is no longer
    /// used is forgotten.
    private static NamedVectors[] unsentBefore(Plan plan, SimulationState state) {
        if (!plan.compression().entry().remembers(plan.compression().values())) {
            return new NamedVectors[0];
        }
        if (state.unsent().length > 0) {
            return state.unsent().clone();
        }
        NamedVectors[] none = new NamedVectors[plan.data().clients()];
        Arrays.fill(none, NamedVectors.NONE);
        return none;
    }

    /// What compression has left out of each client's updates, after this round.
    NamedVectors[] unsent() {
        return unsent;
    }

    /// Replaces the update by what the server receives; returns the bytes sent.
    ///
    /// @param name the client's stable name
    long send(int client, String name, NamedVectors update) {
        long bytes = 0;
        // One stream for all vectors: two of them with the same noise would give it away.
        RandomStream attack = stream(Purpose.ATTACK, name);
        RandomStream noise = stream(Purpose.NOISE, name);
        RandomStream coding = stream(Purpose.COMPRESSION, name);
        NamedVectors memory = unsent.length == 0 ? NamedVectors.NONE : memoryOf(client);
        for (int v = 0; v < update.names().size(); v++) {
            double[] vector = update.get(v);
            if (!plan.adversary().entry().isIdentity()) {
                plan.adversary().entry().corrupt(vector, plan.adversary().values(), attack);
            }
            if (!plan.privacy().entry().isIdentity()) {
                plan.privacy().entry().protect(vector, plan.privacy().values(), noise);
            }
            Compressor compressor = plan.compression().entry();
            Values values = plan.compression().values();
            bytes +=
                    unsent.length == 0
                            ? compressor.compress(vector, values, coding)
                            : compressor.compressWithMemory(vector, memory.get(v), values, coding);
        }
        return bytes;
    }

    /// The client's memory of what compression left out, as a copy, so that a round given up leaves
    /// the state as it was. Zeros at first, and when other vectors are sent than before.
    private NamedVectors memoryOf(int client) {
        NamedVectors before = unsent[client];
        NamedVectors memory =
                before.names().equals(sent) ? before.copy() : NamedVectors.zeros(sent, size);
        unsent[client] = memory;
        return memory;
    }

    private RandomStream stream(Purpose purpose, String client) {
        return plan.randomness().stream(purpose, round, client);
    }
}
