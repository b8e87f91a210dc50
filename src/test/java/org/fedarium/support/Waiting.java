package org.fedarium.support;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what another thread will do, with a deadline instead of a guess.
public final class Waiting {
    private static final long DEADLINE_SECONDS = 30;

    private Waiting() {}

    /// Polls until the condition holds; fails after 30 seconds, showing the last value.
    public static <T> T until(Supplier<T> source, Predicate<T> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        T value = source.get();
        while (!condition.test(value)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        new TimeoutException("Still waiting; last value " + value));
            }
            LockSupport.parkNanos(200_000);
            value = source.get();
        }
        return value;
    }
}
