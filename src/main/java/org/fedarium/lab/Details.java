package org.fedarium.lab;

import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.simulation.References;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What is recomputed beside the run, on a thread of its own: local steps, parameters that were not
/// kept, and the reference curves. Work for a timeline that is no longer on show is given up.
final class Details {
    private final ExecutorService thread = EngineThreads.single("details");
    private final Supplier<@Nullable Timeline> shown;

    /// @param shown the timeline on show; asked from any thread
    Details(Supplier<@Nullable Timeline> shown) {
        this.shown = shown;
    }

    /// Work on the run on show.
    interface Detail<T> {
        T compute(Run current, BooleanSupplier cancelled);
    }

    /// The result, once it is there; cancelled when another run takes its place, or has already
    /// done so without the caller knowing.
    <T> CompletableFuture<T> of(Timeline asked, Detail<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        if (!(shown.get() instanceof Run current) || current.runId() != asked.runId()) {
            result.cancel(false);
            return result;
        }
        BooleanSupplier cancelled = () -> shown.get() != current || result.isDone();
        thread.execute(
                () -> {
                    if (cancelled.getAsBoolean()) {
                        result.cancel(false);
                        return;
                    }
                    try {
                        result.complete(work.compute(current, cancelled));
                    } catch (RuntimeException | OutOfMemoryError e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    /// Begins to train what the run is compared with, if its experiment asks for it.
    void startReferences(Run target) {
        if (target.setup().segments().getFirst().plan().evaluation().references()) {
            ReferencesTask task = new ReferencesTask(target);
            thread.execute(() -> task.continueWhile(() -> isRelated(shown.get(), target)));
        }
    }

    private static boolean isRelated(@Nullable Timeline timeline, Run target) {
        return timeline instanceof Run run && run.forks() == target.forks();
    }

    /// Reference curves, computed piece by piece so that details are not kept waiting.
    private final class ReferencesTask {
        private final Run target;
        private final References references;

        ReferencesTask(Run target) {
            this.target = target;
            this.references =
                    new References(
                            target.setup().segments().getFirst().plan(),
                            target.setup().experiment().rounds());
        }

        void continueWhile(BooleanSupplier wantedStill) {
            if (!wantedStill.getAsBoolean()) {
                return;
            }
            ReferenceCurves done = references.work();
            if (done == null) {
                thread.execute(() -> continueWhile(wantedStill));
            } else {
                target.references(done);
            }
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
