package org.fedarium.lab;

import org.fedarium.simulation.SimulationState;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/// Snapshots of a run's state under a byte budget. When it is full, every second snapshot is
/// dropped and from then on only every second round is kept, so that spacing doubles and stays even
/// over the whole run. The first and the newest are always kept. Thread-safe.
final class SnapshotStore {
    private final long budget;
    private final TreeMap<Integer, SimulationState> byRound = new TreeMap<>();
    private long bytes;
    private int spacing = 1;

    SnapshotStore(long budget) {
        this.budget = budget;
    }

    /// Keeps a copy if its round is due; `state` must not change afterwards.
    synchronized void offer(SimulationState state) {
        Integer previous = byRound.isEmpty() ? null : byRound.lastKey();
        if (previous != null && previous % spacing != 0) {
            remove(previous);
        }
        SimulationState old = byRound.put(state.round(), state);
        bytes += state.size() - (old == null ? 0 : old.size());
        while (bytes > budget && byRound.size() > 3) {
            spacing *= 2;
            for (Integer round : byRound.keySet().toArray(new Integer[0])) {
                if (round % spacing != 0 && !round.equals(byRound.lastKey())) {
                    remove(round);
                }
            }
        }
    }

    private void remove(Integer round) {
        SimulationState removed = byRound.remove(round);
        bytes -= removed == null ? 0 : removed.size();
    }

    synchronized void dropAfter(int round) {
        for (Integer later : byRound.tailMap(round, false).keySet().toArray(new Integer[0])) {
            remove(later);
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    /// The newest snapshot at or before a round, or null when all are later.
    synchronized @Nullable SimulationState floor(int round) {
        Map.Entry<Integer, SimulationState> entry = byRound.floorEntry(round);
        return entry == null ? null : entry.getValue();
    }

    /// The global parameters after a round if a snapshot holds them, else null.
    synchronized double @Nullable [] parameters(int round) {
        SimulationState state = byRound.get(round);
        return state == null ? null : state.model();
    }
}
