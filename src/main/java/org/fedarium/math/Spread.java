package org.fedarium.math;

import java.util.Arrays;

/// How evenly a measure such as accuracy is spread over clients, each counting the same. Clients
/// without a value (NaN) do not count; without any, everything is NaN.
///
/// @param mean        over clients
/// @param deviation   population standard deviation, in the measure's unit
/// @param worst       the smallest value
/// @param best        the largest value
/// @param worstDecile mean of the worst tenth of the clients, at least one
/// @param bestDecile  mean of the best tenth of the clients, at least one
public record Spread(
        double mean,
        double deviation,
        double worst,
        double best,
        double worstDecile,
        double bestDecile) {

    /// Li, Sanjabi, Beirami, Smith: Fair Resource Allocation in Federated Learning, ICLR 2020,
    /// reports mean, worst 10%, best 10% and variance.
    public static Spread of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            double none = Double.NaN;
            return new Spread(none, none, none, none, none, none);
        }
        double mean = Statistics.mean(sorted);
        double squares = 0;
        for (double v : sorted) {
            squares += (v - mean) * (v - mean);
        }
        int tenth = (n + 9) / 10;
        return new Spread(
                mean,
                Math.sqrt(squares / n),
                sorted[0],
                sorted[n - 1],
                Statistics.mean(Arrays.copyOf(sorted, tenth)),
                Statistics.mean(Arrays.copyOfRange(sorted, n - tenth, n)));
    }
}
