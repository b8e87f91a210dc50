package org.fedarium.chart;

import java.util.Arrays;

/// Numbers of rounds 0, 1, 2, ..., appended one by one and never changed.
final class Column {
    private double[] values = new double[64];
    private int size;

    int size() {
        return size;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /// Sets a value that was missing so far.
    void set(int index, double value) {
        values[index] = value;
    }

    /// The numbers; the array is longer than [#size] and must not be changed.
    double[] values() {
        return values;
    }
}
