package org.fedarium.lab;

import org.fedarium.simulation.SimulationState;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Snapshots of a run's state under a byte budget: the newest in memory, older ones in a file. When
/// both are full, every second snapshot is dropped and from then on only every second round is
/// kept, so that spacing doubles and stays even over the whole run. The first and the newest are
/// always kept. Thread-safe.
final class SnapshotStore {
    private final long budget;
    private final SpillFile file;
    private final TreeMap<Integer, Kept> byRound = new TreeMap<>();
    // Those in memory once more, for the window, which must not wait while the file is used.
    private final Map<Integer, SimulationState> inMemory = new ConcurrentHashMap<>();
    // By length: states before and after another algorithm was chosen differ in size.
    private final Map<Integer, Deque<Long>> freePlaces = new HashMap<>();
    private boolean fileFull;
    private long bytes;
    private int spacing = 1;

    /// A state in memory, or its place in the file.
    private record Kept(@Nullable SimulationState state, long place, int length) {}

    /// @param budget bytes of memory; beyond it states go to the file until that is full
    SnapshotStore(long budget, SpillFile file) {
        this.budget = budget;
        this.file = file;
    }

    /// Keeps a state if its round is due; it must not change afterwards.
    synchronized void offer(SimulationState state) {
        Integer previous = byRound.isEmpty() ? null : byRound.lastKey();
        if (previous != null && previous % spacing != 0) {
            remove(previous);
        }
        remove(state.round());
        byRound.put(state.round(), new Kept(state, -1, 0));
        inMemory.put(state.round(), state);
        bytes += state.size();
        while (bytes > budget && byRound.size() > 3) {
            if (!spillOldest()) {
                thin();
            }
        }
    }

    /// Moves the oldest state in memory (but not the newest of all) to the file.
    private boolean spillOldest() {
        if (fileFull) {
            return false;
        }
        for (Map.Entry<Integer, Kept> entry : byRound.entrySet()) {
            SimulationState state = entry.getValue().state();
            if (state != null && !entry.getKey().equals(byRound.lastKey())) {
                try {
                    ByteBuffer buffer = StateCodec.write(state);
                    int length = buffer.remaining();
                    Long free = places(length).poll();
                    long place = file.put(buffer, free == null ? -1 : free);
                    entry.setValue(new Kept(null, place, length));
                    inMemory.remove(entry.getKey());
                    bytes -= state.size();
                    return true;
                } catch (IOException e) {
                    fileFull = true;
                    return false;
                }
            }
        }
        return false;
    }

    private void thin() {
        spacing *= 2;
        for (Integer round : byRound.keySet().toArray(new Integer[0])) {
            if (round % spacing != 0 && !round.equals(byRound.lastKey())) {
                remove(round);
            }
        }
        fileFull = fileFull && freePlaces.values().stream().allMatch(Deque::isEmpty);
    }

    private Deque<Long> places(int length) {
        return freePlaces.computeIfAbsent(length, n -> new ArrayDeque<>());
    }

    private void remove(Integer round) {
        Kept removed = byRound.remove(round);
        if (removed == null) {
            return;
        }
        if (removed.state() != null) {
            inMemory.remove(round);
            bytes -= removed.state().size();
        } else {
            places(removed.length()).add(removed.place());
        }
    }

    synchronized void dropAfter(int round) {
        for (Integer later : byRound.tailMap(round, false).keySet().toArray(new Integer[0])) {
            remove(later);
        }
    }

    /// Bytes held in memory.
    synchronized long bytes() {
        return bytes;
    }

    /// The newest snapshot at or before a round, or null when all are later. May read the file.
    synchronized @Nullable SimulationState floor(int round) {
        Map.Entry<Integer, Kept> entry = byRound.floorEntry(round);
        if (entry == null) {
            return null;
        }
        Kept kept = entry.getValue();
        return kept.state() != null
                ? kept.state()
                : StateCodec.read(file.read(kept.place(), kept.length()));
    }

    /// The global parameters after a round if they are in memory, else null. Neither reads the file
    /// nor waits for it, so the window may ask.
    double @Nullable [] parameters(int round) {
        SimulationState state = inMemory.get(round);
        return state == null ? null : state.model();
    }
}
