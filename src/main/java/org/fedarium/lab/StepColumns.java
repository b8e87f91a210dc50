package org.fedarium.lab;

import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The scalars of every step, in blocks of 64 steps of packed bytes. Blocks beyond a byte budget go
/// to a file; the newest stay in memory. Metrics are kept apart and always in memory, because every
/// chart reads them for every round. One writer, any readers.
final class StepColumns {
    private static final int BLOCK_STEPS = 64;
    // Every frame asks for the same few steps around the playhead.
    private static final int DECODED = 16;

    private final SpillFile spill;
    private final long heapBudget;
    private final List<Block> blocks = new ArrayList<>();
    private final List<double[]> metrics = new ArrayList<>();
    private List<StepRecord> open = new ArrayList<>();
    private long heapBytes;
    private int firstInHeap;
    private final @Nullable StepRecord[] decoded = new StepRecord[DECODED];
    private final int[] decodedRounds = new int[DECODED];
    private volatile int last = -1;

    /// A full block: its bytes, or where they lie in the file.
    private static final class Block {
        private byte @Nullable [] bytes;
        private long position;
        private final int length;
        private final int[] offsets;

        Block(byte[] bytes, int[] offsets) {
            this.bytes = bytes;
            this.length = bytes.length;
            this.offsets = offsets;
        }
    }

    StepColumns(SpillFile spill, long heapBudget) {
        this.spill = spill;
        this.heapBudget = heapBudget;
    }

    int last() {
        return last;
    }

    synchronized void append(StepRecord step) {
        open.add(step);
        metrics.add(step.metrics());
        if (open.size() == BLOCK_STEPS) {
            close();
        }
        last++;
    }

    private void close() {
        int size = open.stream().mapToInt(StepCodec::size).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size);
        int[] offsets = new int[BLOCK_STEPS];
        for (int i = 0; i < open.size(); i++) {
            offsets[i] = buffer.position();
            StepCodec.write(open.get(i), buffer);
        }
        blocks.add(new Block(buffer.array(), offsets));
        open = new ArrayList<>();
        heapBytes += size;
        while (heapBytes > heapBudget && firstInHeap < blocks.size() - 1) {
            spillOldest();
        }
    }

    private void spillOldest() {
        Block block = blocks.get(firstInHeap);
        byte[] bytes = java.util.Objects.requireNonNull(block.bytes);
        try {
            block.position = spill.append(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            // The disk is full or gone: keep everything in memory rather than lose it.
            heapBytes = Long.MIN_VALUE / 2;
            return;
        }
        block.bytes = null;
        heapBytes -= bytes.length;
        firstInHeap++;
    }

    synchronized double metric(int round, int index) {
        return metrics.get(round)[index];
    }

    synchronized StepRecord step(int round) {
        int place = round % DECODED;
        StepRecord cached = decoded[place];
        if (cached == null || decodedRounds[place] != round) {
            cached = decode(round);
            decoded[place] = cached;
            decodedRounds[place] = round;
        }
        return cached;
    }

    private StepRecord decode(int round) {
        int block = round / BLOCK_STEPS;
        if (block == blocks.size()) {
            return open.get(round % BLOCK_STEPS);
        }
        Block b = blocks.get(block);
        int offset = b.offsets[round % BLOCK_STEPS];
        byte[] bytes = b.bytes;
        if (bytes != null) {
            return StepCodec.read(ByteBuffer.wrap(bytes).position(offset));
        }
        int end =
                round % BLOCK_STEPS == BLOCK_STEPS - 1
                        ? b.length
                        : b.offsets[round % BLOCK_STEPS + 1];
        return StepCodec.read(spill.read(b.position + offset, end - offset));
    }

    /// Mean training loss after the local update; NaN when the client took no part.
    double clientLoss(int round, int client) {
        ClientReports reports = step(round).reports();
        int slot = reports.slotOf(client);
        return slot < 0 ? Double.NaN : reports.lossAfter()[slot];
    }
}
