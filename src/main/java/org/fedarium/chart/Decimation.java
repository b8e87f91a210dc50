package org.fedarium.chart;

import java.util.Arrays;

/// Fewer points, same picture: in every pixel column the first, the lowest, the highest and the
/// last point stay, so no peak is lost and a long run costs no more to draw than a short one.
public final class Decimation {
    private Decimation() {}

    /// Points kept, in order of x.
    public record Points(double[] x, double[] y) {}

    /// Leaves out points that are not finite, then thins the rest.
    ///
    /// @param x       increasing
    /// @param count   number of points used from both arrays
    /// @param min     left end of the axis
    /// @param max     right end of the axis
    /// @param columns pixel columns between them
    public static Points thin(
            double[] x, double[] y, int count, double min, double max, int columns) {
        int[] kept = new int[Math.min(count, 4 * (columns + 2))];
        int size = 0;
        boolean all = count <= 2 * columns;
        long column = Long.MIN_VALUE;
        int first = -1;
        int low = -1;
        int high = -1;
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(y[i])) {
                continue;
            }
            if (all) {
                kept[size++] = i;
                continue;
            }
            long c = column(x[i], min, max, columns);
            if (c != column && first >= 0) {
                size = keep(kept, size, first, low, high, last);
                first = -1;
            }
            column = c;
            if (first < 0) {
                first = i;
                low = i;
                high = i;
            }
            low = y[i] < y[low] ? i : low;
            high = y[i] > y[high] ? i : high;
            last = i;
        }
        if (first >= 0) {
            size = keep(kept, size, first, low, high, last);
        }
        double[] keptX = new double[size];
        double[] keptY = new double[size];
        for (int i = 0; i < size; i++) {
            keptX[i] = x[kept[i]];
            keptY[i] = y[kept[i]];
        }
        return new Points(keptX, keptY);
    }

    /// The pixel column of x; everything left or right of the axis shares one column each.
    static long column(double x, double min, double max, int columns) {
        double c = Math.floor((x - min) / (max - min) * columns);
        return (long) Math.max(-1, Math.min(columns, c));
    }

    private static int keep(int[] kept, int size, int first, int low, int high, int last) {
        int[] four = {first, low, high, last};
        Arrays.sort(four);
        int next = size;
        for (int i = 0; i < 4; i++) {
            if (i == 0 || four[i] != four[i - 1]) {
                kept[next++] = four[i];
            }
        }
        return next;
    }
}
