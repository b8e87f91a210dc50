package org.fedarium.simulation;

import org.fedarium.math.NamedVectors;

/// Everything that later rounds depend on: a snapshot to go back to.
///
/// @param round   the round after which it was taken
/// @param model   global parameters
/// @param server  the algorithm's lasting server state
/// @param clients the algorithm's lasting client states; empty when it has none
/// @param time    virtual seconds
/// @param bytes   bytes sent so far
/// @param steps   local steps so far
public record SimulationState(
        int round,
        double[] model,
        NamedVectors server,
        NamedVectors[] clients,
        double time,
        long bytes,
        long steps) {

    SimulationState copy() {
        NamedVectors[] copies = new NamedVectors[clients.length];
        for (int k = 0; k < copies.length; k++) {
            copies[k] = clients[k].copy();
        }
        return new SimulationState(round, model.clone(), server.copy(), copies, time, bytes, steps);
    }

    /// Bytes of memory that a copy takes.
    public long size() {
        long scalars = model.length + server.size();
        for (NamedVectors client : clients) {
            scalars += client.size();
        }
        return 8 * scalars;
    }
}
