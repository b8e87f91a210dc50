package org.fedarium.ui.support;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The one JavaFX toolkit of all tests, and ways to use it from a test's thread.
public final class FxToolkit {
    private static boolean started;

    private FxToolkit() {}

    public static synchronized void start() {
        if (!started) {
            System.getLogger("javafx");
            java.util.logging.Logger.getLogger("javafx").setLevel(java.util.logging.Level.SEVERE);
            CompletableFuture<Void> ready = new CompletableFuture<>();
            Platform.startup(
                    () -> {
                        TextShaping.separate();
                        ready.complete(null);
                    });
            ready.orTimeout(30, TimeUnit.SECONDS).join();
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    /// Runs on the FX thread and gives back what it returned or threw.
    public static <T> T call(Callable<T> work) {
        start();
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new java.util.concurrent.CompletionException(e);
            }
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result.orTimeout(30, TimeUnit.SECONDS).join();
    }

    public static void run(Runnable work) {
        call(
                () -> {
                    work.run();
                    return null;
                });
    }

    /// Waits until a condition, asked on the FX thread, holds; fails after a deadline.
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
