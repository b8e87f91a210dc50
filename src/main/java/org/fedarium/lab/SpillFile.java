package org.fedarium.lab;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A temporary file for what no longer fits into the memory budget, made on first use and deleted
/// when closed. Thread-safe.
final class SpillFile implements AutoCloseable {
    private final long limit;
    private final Runnable onRead;
    private @Nullable FileChannel channel;
    private long size;

    /// @param limit bytes beyond which nothing more is taken
    SpillFile(long limit) {
        this(limit, () -> {});
    }

    /// @param onRead called by whoever is about to read
    SpillFile(long limit, Runnable onRead) {
        this.limit = limit;
        this.onRead = onRead;
    }

    /// Writes the buffer at the end and returns its position; IOException when there is no room.
    long append(ByteBuffer buffer) throws IOException {
        return put(buffer, -1);
    }

    /// Writes the buffer at a place that is no longer used, or at the end when `place` is negative.
    synchronized long put(ByteBuffer buffer, long place) throws IOException {
        long position = place < 0 ? size : place;
        if (position + buffer.remaining() > limit) {
            throw new IOException("over the limit of " + limit + " bytes");
        }
        FileChannel file = open();
        long next = position;
        while (buffer.hasRemaining()) {
            next += file.write(buffer, next);
        }
        size = Math.max(size, next);
        return position;
    }

    ByteBuffer read(long position, int length) {
        onRead.run();
        return readNow(position, length);
    }

    private synchronized ByteBuffer readNow(long position, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            FileChannel file = open();
            while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
                // Short reads are continued.
            }
            if (buffer.hasRemaining()) {
                throw new EOFException("closed, or cut off");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The history file is gone", e);
        }
        return buffer.flip();
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path file = Files.createTempFile("fedarium-history", ".bin");
            open =
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            channel = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Deleting a temporary file failed; the system will do it.
            }
            channel = null;
        }
    }
}
