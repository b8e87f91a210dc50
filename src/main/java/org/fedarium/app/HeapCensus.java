package org.fedarium.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.ObjectName;

/// Counts what is alive in this process, after a collection.
///
/// @param megabytes of heap in use
/// @param listeners objects whose class is a listener or handler by its name, or a lambda of the
///     window's rooms
record HeapCensus(double megabytes, long listeners) {

    private static final int MOST_COLLECTIONS = 10;
    private static final double NOTHING_MORE = 0.25;

    /// Collects until nothing more goes. One collection is not enough: an object with a finalizer
    /// (every chart's graphics has one, by its Java 2D type) keeps what it refers to until the
    /// next, and the drawing pipeline gives pixels up only with the frame after that.
    ///
    /// @param between draws a frame
    static HeapCensus settled(Runnable between) {
        HeapCensus before = take();
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            between.run();
            HeapCensus now = take();
            if (now.megabytes > before.megabytes - NOTHING_MORE) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private static HeapCensus take() {
        // Counting collects first.
        String histogram = histogram();
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
        return new HeapCensus(used, listeners(histogram));
    }

    /// Lines such as `  12:   345   8280  javafx.beans.value.WeakChangeListener`.
    static long listeners(String histogram) {
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= 4 && words[0].matches("[0-9]+:"))
                .filter(words -> isListener(words[3]))
                .mapToLong(words -> Long.parseLong(words[1]))
                .sum();
    }

    private static boolean isListener(String name) {
        boolean ours = name.startsWith("org.fedarium.ui.") && name.contains("Lambda");
        return ours || name.endsWith("Listener") || name.endsWith("EventHandler");
    }

    private static String histogram() {
        try {
            Object text =
                    ManagementFactory.getPlatformMBeanServer()
                            .invoke(
                                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                    "gcClassHistogram",
                                    new Object[] {new String[0]},
                                    new String[] {String[].class.getName()});
            return String.valueOf(text);
        } catch (JMException e) {
            throw new IllegalStateException("This Java does not count its objects", e);
        }
    }

    /// Files that this process has open; -1 where the system does not tell.
    static int openFiles() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return (int) files.count();
        } catch (IOException e) {
            return -1;
        }
    }
}
