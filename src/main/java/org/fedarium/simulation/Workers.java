package org.fedarium.simulation;

import org.fedarium.algorithm.LocalTrainer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Runs a task per slot on several threads. Which thread takes which slot is left to chance;
/// results go into slots, so it never shows. Each running task has a [Worker]'s memory to itself.
final class Workers {
    private final Executor executor;
    private final int threads;
    private final BooleanSupplier cancelled;
    private final ConcurrentLinkedQueue<Worker> idle = new ConcurrentLinkedQueue<>();

    /// Working memory of one thread.
    record Worker(LocalTrainer trainer, double[] y) {}

    /// Work on one slot.
    interface SlotTask {
        void run(int slot, Worker worker);
    }

    Workers(Executor executor, int threads, BooleanSupplier cancelled) {
        this.executor = executor;
        this.threads = threads;
        this.cancelled = cancelled;
    }

    /// Forgets the workers, because the model or the optimiser changed.
    void clear() {
        idle.clear();
    }

    /// Runs slots [from, to); throws CancellationException between slots when asked to stop.
    void run(int from, int to, java.util.function.Supplier<Worker> factory, SlotTask task) {
        AtomicInteger next = new AtomicInteger(from);
        Runnable loop =
                () -> {
                    Worker polled = idle.poll();
                    Worker worker = polled == null ? factory.get() : polled;
                    for (int slot = next.getAndIncrement();
                            slot < to;
                            slot = next.getAndIncrement()) {
                        if (cancelled.getAsBoolean()) {
                            throw new CancellationException();
                        }
                        task.run(slot, worker);
                    }
                    idle.add(worker);
                };
        int helpers = Math.min(threads, to - from) - 1;
        List<FutureTask<?>> others = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            FutureTask<?> other = new FutureTask<>(loop, null);
            try {
                executor.execute(other);
                others.add(other);
            } catch (RejectedExecutionException e) {
                // The executor is shutting down: this thread does the rest alone.
                break;
            }
        }
        RuntimeException failure = null;
        try {
            loop.run();
        } catch (RuntimeException e) {
            failure = e;
            next.set(to);
        }
        for (FutureTask<?> other : others) {
            failure = join(other, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @org.jspecify.annotations.Nullable RuntimeException join(
            FutureTask<?> task, @org.jspecify.annotations.Nullable RuntimeException failure) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return failure;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException r) {
                        return failure == null ? r : failure;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
