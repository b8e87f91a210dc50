package org.fedarium.chart;

import java.util.List;

/// One axis: its range, and the ticks with their texts.
///
/// @param log true for a logarithmic axis; then min > 0
public record AxisScale(double min, double max, boolean log, double[] ticks, List<String> labels) {

    public AxisScale {
        if (!(max > min) || (log && !(min > 0))) {
            throw new IllegalArgumentException("No axis from " + min + " to " + max);
        }
        labels = List.copyOf(labels);
    }

    /// Where a value lies: 0 at the lower end, 1 at the upper end.
    public double position(double value) {
        if (log) {
            double low = Math.log(min);
            return (Math.log(Math.max(value, min * 1e-9)) - low) / (Math.log(max) - low);
        }
        return (value - min) / (max - min);
    }

    /// The value at a position.
    public double value(double position) {
        if (log) {
            return min * Math.pow(max / min, position);
        }
        return min + position * (max - min);
    }
}
