package org.fedarium.app;

import org.fedarium.cli.Stop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl+C as a wish, not an end: the Java machine stays until the running command has finished its
/// files, at most ten seconds.
final class Interrupt implements Stop {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    private Interrupt() {
        hook = new Thread(this::waitForCommand, "ctrl-c");
    }

    static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    private void waitForCommand() {
        requested = true;
        try {
            boolean ignored = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean requested() {
        return requested;
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is already going down: the hook is what waits for us.
            return;
        }
    }
}
