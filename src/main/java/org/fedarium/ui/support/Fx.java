package org.fedarium.ui.support;

import javafx.application.Platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The way onto the FX thread and away from it. Nothing else in the window may call
/// `Platform.runLater`.
public final class Fx {
    private static final Executor LATER = Platform::runLater;

    private Fx() {}

    /// Runs after the current event, on the FX thread.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    public static boolean onFxThread() {
        return Platform.isFxApplicationThread();
    }

    /// Does slow work (files, encoding) on the common pool, and hands its result to the FX thread.
    public static <T> void background(
            Supplier<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        deliver(CompletableFuture.supplyAsync(work), done, failed);
    }

    /// Hands a future's outcome to the FX thread.
    public static <T> void deliver(
            CompletableFuture<T> future, Consumer<T> done, Consumer<Throwable> failed) {
        future.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        done.accept(value);
                    } else {
                        failed.accept(unwrap(failure));
                    }
                },
                LATER);
    }

    private static Throwable unwrap(Throwable failure) {
        boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
        return wrapped ? failure.getCause() : failure;
    }
}
