package org.fedarium.chart;

import org.fedarium.lab.Timeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/// The curves of one timeline, copied into flat arrays as far as they were asked for. What was read
/// from a timeline never changes, so this memo only saves time. For one thread.
final class Curves {
    private final Timeline timeline;
    private final Map<Integer, Column> metrics = new HashMap<>();
    private final Map<Integer, Column> losses = new HashMap<>();
    private final Column low;
    private final Column median;
    private final Column high;
    private double[] rounds = new double[0];

    Curves(Timeline timeline) {
        this.timeline = timeline;
        this.low = new Column(r -> timeline.losses(r).low());
        this.median = new Column(r -> timeline.losses(r).median());
        this.high = new Column(r -> timeline.losses(r).high());
    }

    /// 0, 1, 2, ... at least `count` of them: the x of every curve.
    double[] rounds(int count) {
        if (rounds.length < count) {
            rounds = new double[Math.max(count, 2 * rounds.length)];
            Arrays.setAll(rounds, i -> i);
        }
        return rounds;
    }

    /// A metric after rounds 0 to count - 1; the array may be longer.
    double[] metric(int index, int count) {
        return metrics.computeIfAbsent(index, i -> new Column(r -> timeline.metric(r, i)))
                .upTo(count);
    }

    /// A client's loss after its local update; NaN in round 0 and where it took no part.
    double[] clientLoss(int client, int count) {
        return losses.computeIfAbsent(client, k -> new Column(r -> timeline.losses(r).of(k)))
                .upTo(count);
    }

    /// The 10 % quantile of the client losses of each round.
    double[] lowLoss(int count) {
        return low.upTo(count);
    }

    double[] medianLoss(int count) {
        return median.upTo(count);
    }

    /// The 90 % quantile.
    double[] highLoss(int count) {
        return high.upTo(count);
    }

    /// Quantile of sorted values, linear between neighbours; NaN of none.
    static double at(double[] sorted, int size, double q) {
        if (size == 0) {
            return Double.NaN;
        }
        double position = q * (size - 1);
        int below = Math.min(size - 1, (int) position);
        int above = Math.min(size - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static final class Column {
        private final IntToDoubleFunction source;
        private double[] values = new double[64];
        private int size;

        Column(IntToDoubleFunction source) {
            this.source = source;
        }

        double[] upTo(int count) {
            if (values.length < count) {
                values = Arrays.copyOf(values, Math.max(count, 2 * values.length));
            }
            for (; size < count; size++) {
                values[size] = source.applyAsDouble(size);
            }
            return values;
        }
    }
}
