package org.fedarium.lab;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/// Brings records of old steps back from the file, on a thread of its own, so that neither the
/// window nor what is being recomputed waits for a disk. The newest wish counts: while someone
/// drags the scrubber, places passed by are not read.
final class History {
    private final ExecutorService thread = EngineThreads.single("history");
    private final AtomicReference<@Nullable Wish> newest = new AtomicReference<>();

    private record Wish(Run run, int round) {}

    void fetch(Run run, int round) {
        if (newest.getAndSet(new Wish(run, round)) == null) {
            thread.execute(this::work);
        }
    }

    private void work() {
        Wish wish = newest.getAndSet(null);
        if (wish == null) {
            return;
        }
        try {
            wish.run.fetch(wish.round);
        } catch (UncheckedIOException e) {
            // Usual for a run that was closed meanwhile; for the one on show the log says why its
            // old rounds do not come back.
            System.getLogger(History.class.getName())
                    .log(System.Logger.Level.WARNING, "Round " + wish.round + " is lost", e);
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
