package org.fedarium.app;

import java.util.List;
import java.util.Locale;

/// What a long-running window holds and costs at one moment, always measured in the same state of
/// the window, so that samples can be compared.
///
/// @param minutes     since the beginning
/// @param heap        megabytes in use after a collection
/// @param oldViews    views of earlier languages that are still alive
/// @param listeners   listeners and handlers alive, counted in the heap
/// @param nodes       nodes in the window's scene graph
/// @param frameMedian milliseconds of the FX thread's processor time per frame
/// @param frameWorst  the same, 99th percentile
/// @param threads     live threads
/// @param files       open files of the process; -1 where the system does not tell
record SoakSample(
        double minutes,
        double heap,
        int oldViews,
        long listeners,
        int nodes,
        double frameMedian,
        double frameWorst,
        int threads,
        int files) {

    static String header() {
        return " minutes   heap MB  old views  listeners   nodes  frame ms   99%  threads  files";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%8.1f %9.1f %10d %10d %7d %9.2f %5.1f %8d %6d",
                minutes,
                heap,
                oldViews,
                listeners,
                nodes,
                frameMedian,
                frameWorst,
                threads,
                files);
    }

    /// The median of a value over samples; the upper one of an even number.
    static double median(
            List<SoakSample> samples, java.util.function.ToDoubleFunction<SoakSample> of) {
        double[] sorted = samples.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
