package org.fedarium.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/// What frames cost, taken at the beginning of each pulse of a scene: moments, the processor time
/// of the FX thread and that of the renderer. Written on the FX thread, read when it has stopped
/// writing.
final class FrameTimes implements Runnable {
    private static final int MOST = 10_000;
    private static final String RENDERER = "QuantumRenderer";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long renderer = renderer(threads);
    private final long[] moments = new long[MOST];
    private final long[] work = new long[MOST];
    private final long[] render = new long[MOST];
    private int count;

    private static long renderer(ThreadMXBean threads) {
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith(RENDERER)) {
                return id;
            }
        }
        return -1;
    }

    /// A pulse begins.
    @Override
    public void run() {
        if (count < MOST) {
            moments[count] = System.nanoTime();
            work[count] = threads.getCurrentThreadCpuTime();
            render[count++] = renderer < 0 ? 0 : threads.getThreadCpuTime(renderer);
        }
    }

    int count() {
        return count;
    }

    /// Forgets the frames so far.
    void clear() {
        count = 0;
    }

    /// Sorted milliseconds between pulses, without those of the first `warmUp` seconds.
    Quantiles intervals(double warmUp) {
        return differences(moments, warmUp);
    }

    /// Sorted milliseconds of processor time that the FX thread used per pulse: timers, layout,
    /// drawing calls and handing over to the renderer.
    Quantiles work(double warmUp) {
        return differences(work, warmUp);
    }

    /// The same of the renderer's thread, which turns drawing calls into pixels.
    Quantiles rendering(double warmUp) {
        return differences(render, warmUp);
    }

    private Quantiles differences(long[] values, double warmUp) {
        int first = 0;
        while (first < count && moments[first] - moments[0] < warmUp * 1e9) {
            first++;
        }
        double[] millis = new double[Math.max(0, count - 1 - first)];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = (values[first + i + 1] - values[first + i]) / 1e6;
        }
        return Quantiles.of(millis);
    }

    /// Values in ascending order.
    record Quantiles(double[] sorted) {
        static Quantiles of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Quantiles(sorted);
        }

        int count() {
            return sorted.length;
        }

        /// The value below which this share of all lies, the nearest one there is; NaN of nothing.
        double at(double share) {
            return sorted.length == 0
                    ? Double.NaN
                    : sorted[(int) Math.round(share * (sorted.length - 1))];
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "median %.2f ms, 95%% %.2f, 99%% %.2f, max %.2f",
                    at(0.5),
                    at(0.95),
                    at(0.99),
                    at(1));
        }
    }
}
