package org.fedarium.simulation;

import org.fedarium.math.NamedVectors;

import java.util.Arrays;

/// Everything that later rounds depend on: a snapshot to go back to.
///
/// @param round   the round after which it was taken
/// @param model   global parameters
/// @param server  the algorithm's lasting server state
/// @param clients the algorithm's lasting client states; empty when it has none
/// @param unsent  what compression left out of each client's updates so far (error feedback), one
///     vector for each that is sent; empty when compression has no memory
/// @param memory  what the aggregation rule remembers of each client; empty when it does not
/// @param time    virtual seconds
/// @param bytes   bytes sent so far
/// @param steps   local steps so far
public record SimulationState(
        int round,
        double[] model,
        NamedVectors server,
        NamedVectors[] clients,
        NamedVectors[] unsent,
        NamedVectors[] memory,
        double time,
        long bytes,
        long steps) {

    SimulationState copy() {
        return new SimulationState(
                round,
                model.clone(),
                server.copy(),
                copies(clients),
                copies(unsent),
                copies(memory),
                time,
                bytes,
                steps);
    }

    private static NamedVectors[] copies(NamedVectors[] vectors) {
        return Arrays.stream(vectors).map(NamedVectors::copy).toArray(NamedVectors[]::new);
    }

    /// Bytes of memory that a copy takes.
    public long size() {
        long scalars = model.length + server.size();
        for (NamedVectors client : clients) {
            scalars += client.size();
        }
        for (NamedVectors left : unsent) {
            scalars += left.size();
        }
        for (NamedVectors known : memory) {
            scalars += known.size();
        }
        return 8 * scalars;
    }
}
