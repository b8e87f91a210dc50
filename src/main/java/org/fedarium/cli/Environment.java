package org.fedarium.cli;

import org.fedarium.data.DataFiles;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// What the commands need from the program around them; tests give their own.
///
/// @param out       results
/// @param err       messages about problems
/// @param terminal  true when a person watches `out`, so that a progress bar makes sense
/// @param files     data files as seen from a folder, usually the experiment file's
/// @param executors threads for the clients of a round; the caller's own thread comes on top
/// @param stop      called once per long command
/// @param noCharts  why charts cannot be drawn on this machine; empty when they can
/// @param windowBench measures the window
/// @param version   of the program
public record Environment(
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        Function<Path, DataFiles> files,
        IntFunction<ExecutorService> executors,
        Supplier<Stop> stop,
        Supplier<String> noCharts,
        WindowBench windowBench,
        String version) {}
