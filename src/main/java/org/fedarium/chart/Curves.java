package org.fedarium.chart;

import org.fedarium.lab.Timeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/// The curves of one timeline, copied into flat arrays as far as they were asked for. What was read
/// from a timeline never changes, so this memo only saves time. For one thread.
final class Curves {
    /// A round's parameters may be offered a moment later than its record.
    private static final int LATE = 4;

    private final Timeline timeline;
    private final Map<Integer, Column> metrics = new HashMap<>();
    private final Map<Integer, Column> losses = new HashMap<>();
    private final Map<Integer, Column> parameters = new HashMap<>();
    private final Map<Timeline, Curves> others = new IdentityHashMap<>();
    private final Records records;
    private double[] rounds = new double[0];

    Curves(Timeline timeline) {
        this.timeline = timeline;
        this.records = new Records(timeline);
    }

    /// The curves of the ghost or of another branch.
    Curves of(Timeline other) {
        return other == timeline ? this : others.computeIfAbsent(other, Curves::new);
    }

    /// 0, 1, 2, ... at least `count` of them.
    double[] rounds(int count) {
        if (rounds.length < count) {
            rounds = new double[Math.max(count, 2 * rounds.length)];
            Arrays.setAll(rounds, i -> i);
        }
        return rounds;
    }

    /// The x of rounds 0 to count - 1 on an axis, not decreasing; the array may be longer.
    double[] x(StepAxis axis, int count) {
        return switch (axis) {
            case ROUNDS -> rounds(count);
            case LOCAL_STEPS -> records(count).localSteps.values();
            case BYTES -> records(count).bytes.values();
            case SECONDS -> records(count).seconds.values();
        };
    }

    /// What the records of rounds 0 to count - 1 say.
    Records records(int count) {
        return records.upTo(count);
    }

    /// A metric after rounds 0 to count - 1; the array may be longer.
    double[] metric(int index, int count) {
        Column column = metrics.computeIfAbsent(index, i -> new Column());
        return fill(column, count, r -> timeline.metric(r, index));
    }

    /// A client's loss after its local update; NaN in round 0 and where it took no part.
    double[] clientLoss(int client, int count) {
        if (timeline.info().clients().size() <= LossChart.IDENTITIES) {
            return records(count).loss(client).values();
        }
        Column column = losses.computeIfAbsent(client, k -> new Column());
        return fill(column, count, r -> timeline.losses(r).of(client));
    }

    /// A parameter of the global model after rounds 0 to count - 1; NaN where it is not at hand.
    double[] parameter(int index, int count) {
        Column column = parameters.computeIfAbsent(index, i -> new Column());
        for (int r = Math.max(0, column.size() - LATE); r < column.size(); r++) {
            if (Double.isNaN(column.values()[r])) {
                column.set(r, parameterAt(r, index));
            }
        }
        return fill(column, count, r -> parameterAt(r, index));
    }

    private double parameterAt(int round, int index) {
        double[] theta = timeline.parameters(round);
        return theta == null || index >= theta.length ? Double.NaN : theta[index];
    }

    private static double[] fill(Column column, int count, IntToDoubleFunction source) {
        while (column.size() < count) {
            column.add(source.applyAsDouble(column.size()));
        }
        return column.values();
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
}
