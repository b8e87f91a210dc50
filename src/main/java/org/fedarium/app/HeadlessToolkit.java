package org.fedarium.app;

import javafx.application.Platform;

import org.fedarium.ui.support.Fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// JavaFX started by hand, mostly without a display: windows that are drawn into memory. For the
/// thread that waits for them.
final class HeadlessToolkit {
    private static final long START_SECONDS = 30;
    private static final long LOOK_MILLIS = 20;

    private HeadlessToolkit() {}

    /// Starts the toolkit of this process without a display.
    ///
    /// @throws IllegalStateException when a toolkit was started before or does not come up
    static void start() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        startWithDisplay();
    }

    /// Starts the toolkit of this process on the display that there is.
    static void startWithDisplay() {
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        try {
            if (!ready.await(START_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX did not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while JavaFX started", e);
        }
        Platform.setImplicitExit(false);
    }

    /// Runs on the FX thread and waits for the result.
    static <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Fx.later(
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                });
        try {
            return result.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("The window does not answer", e);
        }
    }

    static void run(Runnable work) {
        call(
                () -> {
                    work.run();
                    return true;
                });
    }

    /// Waits until the condition holds, asked on the FX thread; false when it never did.
    static boolean await(double seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                return false;
            }
            sleep(LOOK_MILLIS);
        }
        return true;
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
