package org.fedarium.lab;

/// How much of a run is kept where.
///
/// @param steps  bytes of heap for the records of steps; older ones go to the file
/// @param states bytes of heap for states to recompute from; older ones go to the file
/// @param file   bytes of the temporary file
/// @param onRead called on the thread that is about to read the file. A window may refuse its own
public record Memory(long steps, long states, long file, Runnable onRead) {

    /// 128 MB of records, 192 MB of states, a file of up to 2 GB.
    public static Memory usual() {
        return new Memory(128L << 20, 192L << 20, 2L << 30, () -> {});
    }

    SpillFile newFile() {
        return new SpillFile(file, onRead);
    }
}
