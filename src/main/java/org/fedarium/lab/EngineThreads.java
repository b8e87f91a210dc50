package org.fedarium.lab;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The only place that makes threads for the engine: daemons with names, so that closing the window
/// ends the program.
public final class EngineThreads {
    private EngineThreads() {}

    /// Helpers for a simulation that uses `threads` threads, its caller included.
    public static ExecutorService helpers(int threads) {
        AtomicInteger count = new AtomicInteger();
        return Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                task -> daemon(task, "engine-" + count.incrementAndGet()));
    }

    /// One thread for commands in order; after shutdown commands are silently dropped.
    static ExecutorService single(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> daemon(task, name),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /// Threads that leave one core to the window.
    public static int besideWindow() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
