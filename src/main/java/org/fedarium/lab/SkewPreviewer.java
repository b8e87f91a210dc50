package org.fedarium.lab;

import org.fedarium.data.DataFiles;
import org.fedarium.experiment.Dealing;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Previewer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/// Computes the skew preview beside the window. Only the newest request is computed: while somebody
/// drags a slider, requests in between are dropped.
public final class SkewPreviewer implements AutoCloseable {
    private final ExecutorService thread = EngineThreads.single("preview");
    private final Previewer previewer;
    private final AtomicLong newest = new AtomicLong();

    public SkewPreviewer(DataFiles files) {
        previewer = new Previewer(files);
    }

    /// The preview of these settings; fails with [org.fedarium.catalog.BadInput] when they cannot
    /// be dealt, and is cancelled when a newer request came first. Completes on the preview's
    /// thread.
    public CompletableFuture<Dealing.Preview> preview(Experiment experiment) {
        long mine = newest.incrementAndGet();
        CompletableFuture<Dealing.Preview> result = new CompletableFuture<>();
        thread.execute(
                () -> {
                    if (newest.get() != mine) {
                        result.cancel(false);
                        return;
                    }
                    try {
                        result.complete(previewer.preview(experiment));
                    } catch (RuntimeException e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
