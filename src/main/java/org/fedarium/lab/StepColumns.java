package org.fedarium.lab;

import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The scalars of every step, in blocks of 64 steps of packed bytes. Blocks beyond a byte budget go
/// to a file; the newest stay in memory, and so do old ones that were fetched of late. Metrics and
/// client losses are kept apart and always in memory, because charts read them for every round. One
/// writer, any readers; nobody holds the lock while the file is read or written.
final class StepColumns {
    private static final int BLOCK_STEPS = 64;
    // Every frame asks for the same few steps around the playhead.
    private static final int DECODED = 16;
    // Asked for of late: in one frame at most three, with those near the playhead; and while that
    // frame is drawn, two more wishes of two blocks each may be fulfilled.
    private static final int RECENT = 7;

    private final SpillFile spill;
    private final long heapBudget;
    private final List<Block> blocks = new ArrayList<>();
    private final List<double[]> metrics = new ArrayList<>();
    private final List<ClientLosses> losses = new ArrayList<>();
    private final List<StepTotals> totals = new ArrayList<>();
    // Of the step before the first one here; a branch begins in the middle of a run.
    private final @Nullable StepTotals earlier;
    private List<StepRecord> open = new ArrayList<>();
    private long heapBytes;
    private int firstInHeap;
    // In the order of asking; their bytes stay in memory although they are in the file.
    private final SequencedSet<Integer> recent = new LinkedHashSet<>();
    private final @Nullable StepRecord[] decoded = new StepRecord[DECODED];
    private final int[] decodedRounds = new int[DECODED];
    private volatile int last = -1;

    /// A full block: its bytes, or where they lie in the file, or both.
    private static final class Block {
        private byte @Nullable [] bytes;
        private long position = -1;
        private final int length;
        private final int[] offsets;

        Block(byte[] bytes, int[] offsets) {
            this.bytes = bytes;
            this.length = bytes.length;
            this.offsets = offsets;
        }
    }

    StepColumns(SpillFile spill, long heapBudget) {
        this(spill, heapBudget, null);
    }

    /// @param earlier of the step before the first one; null when that is the run's first
    StepColumns(SpillFile spill, long heapBudget, @Nullable StepTotals earlier) {
        this.earlier = earlier;
        this.spill = spill;
        this.heapBudget = heapBudget;
    }

    int last() {
        return last;
    }

    void append(StepRecord step) {
        ClientLosses before = losses.isEmpty() ? null : losses.getLast();
        ClientLosses own = ClientLosses.of(step.reports(), before);
        StepTotals sums = StepTotals.of(step, totals.isEmpty() ? earlier : totals.getLast());
        heapBytes += own.size(before) + sums.size();
        synchronized (this) {
            open.add(step);
            metrics.add(step.metrics());
            losses.add(own);
            totals.add(sums);
            last++;
        }
        if (open.size() == BLOCK_STEPS) {
            close();
        }
    }

    private void close() {
        int size = open.stream().mapToInt(StepCodec::size).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size);
        int[] offsets = new int[BLOCK_STEPS];
        for (int i = 0; i < open.size(); i++) {
            offsets[i] = buffer.position();
            StepCodec.write(open.get(i), buffer);
        }
        synchronized (this) {
            blocks.add(new Block(buffer.array(), offsets));
            open = new ArrayList<>();
        }
        heapBytes += size;
        while (heapBytes > heapBudget && firstInHeap < blocks.size() - 1) {
            spillOldest();
        }
    }

    private void spillOldest() {
        Block block = blocks.get(firstInHeap);
        byte[] bytes = java.util.Objects.requireNonNull(block.bytes);
        long position;
        try {
            position = spill.append(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            // The disk is full or gone: keep everything in memory rather than lose it.
            heapBytes = Long.MIN_VALUE / 2;
            return;
        }
        synchronized (this) {
            block.position = position;
            if (!recent.contains(firstInHeap)) {
                block.bytes = null;
            }
        }
        heapBytes -= bytes.length;
        firstInHeap++;
    }

    synchronized double metric(int round, int index) {
        return metrics.get(round)[index];
    }

    synchronized StepTotals totals(int round) {
        return totals.get(round);
    }

    synchronized ClientLosses losses(int round) {
        return losses.get(round);
    }

    /// Whether a step can be had without reading the file. If so, that stays true until other steps
    /// have been asked for several times.
    synchronized boolean isAtHand(int round) {
        int index = round / BLOCK_STEPS;
        boolean found = isOpen(round) || blocks.get(index).bytes != null;
        if (found) {
            keep(index);
        }
        return found;
    }

    private boolean isOpen(int round) {
        return round / BLOCK_STEPS >= blocks.size();
    }

    private void keep(int index) {
        recent.addLast(index);
        if (recent.size() > RECENT) {
            int oldest = recent.removeFirst();
            if (oldest < blocks.size() && blocks.get(oldest).position >= 0) {
                blocks.get(oldest).bytes = null;
            }
        }
    }

    /// Brings a step's block back into memory, for a while.
    void fetch(int round) {
        Block block;
        synchronized (this) {
            if (isAtHand(round)) {
                return;
            }
            block = blocks.get(round / BLOCK_STEPS);
        }
        byte[] bytes = spill.read(block.position, block.length).array();
        synchronized (this) {
            block.bytes = bytes;
            keep(round / BLOCK_STEPS);
        }
    }

    /// Reads the file when the step is not at hand.
    StepRecord step(int round) {
        Block block;
        byte[] bytes;
        int place = round % DECODED;
        synchronized (this) {
            StepRecord known = decoded[place];
            if (isOpen(round)) {
                return open.get(round % BLOCK_STEPS);
            }
            if (known != null && decodedRounds[place] == round) {
                return known;
            }
            block = blocks.get(round / BLOCK_STEPS);
            bytes = block.bytes;
        }
        StepRecord step = decode(block, bytes, round % BLOCK_STEPS);
        synchronized (this) {
            decoded[place] = step;
            decodedRounds[place] = round;
        }
        return step;
    }

    private StepRecord decode(Block block, byte @Nullable [] bytes, int index) {
        int offset = block.offsets[index];
        if (bytes != null) {
            return StepCodec.read(ByteBuffer.wrap(bytes).position(offset));
        }
        int end = index == BLOCK_STEPS - 1 ? block.length : block.offsets[index + 1];
        return StepCodec.read(spill.read(block.position + offset, end - offset));
    }
}
