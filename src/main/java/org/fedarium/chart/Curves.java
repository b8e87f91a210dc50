package org.fedarium.chart;

import org.fedarium.lab.Timeline;
import org.fedarium.simulation.ClientReports;

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
    private int quantileRound = -1;
    private int lossRound = -1;
    private int readRounds;
    private final double[] roundLosses;
    private final double[] quantiles = new double[3];

    Curves(Timeline timeline) {
        this.timeline = timeline;
        this.roundLosses = new double[timeline.info().clients().size()];
        this.low = new Column(r -> quantile(r, 0));
        this.median = new Column(r -> quantile(r, 1));
        this.high = new Column(r -> quantile(r, 2));
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
        return losses.computeIfAbsent(client, k -> new Column(r -> loss(r, k))).upTo(count);
    }

    /// The 10 % quantile of the client losses of each round.
    double[] lowLoss(int count) {
        for (int n = low.size + 1; n <= count; n++) {
            low.upTo(n);
            median.upTo(n);
            high.upTo(n);
        }
        return low.upTo(count);
    }

    double[] medianLoss(int count) {
        return median.upTo(count);
    }

    /// The 90 % quantile.
    double[] highLoss(int count) {
        return high.upTo(count);
    }

    private double quantile(int round, int which) {
        if (round != quantileRound) {
            ClientReports reports = timeline.step(round).reports();
            double[] values =
                    Arrays.stream(reports.lossAfter()).filter(Double::isFinite).sorted().toArray();
            quantiles[0] = at(values, values.length, 0.1);
            quantiles[1] = at(values, values.length, 0.5);
            quantiles[2] = at(values, values.length, 0.9);
            quantileRound = round;
        }
        return quantiles[which];
    }

    /// The loss of one client in a round. The records are read once per round for all clients,
    /// because reading one is as dear as reading it whole.
    private double loss(int round, int client) {
        if (round != lossRound) {
            Arrays.fill(roundLosses, Double.NaN);
            ClientReports reports = timeline.step(round).reports();
            for (int s = 0; s < reports.size(); s++) {
                roundLosses[reports.client()[s]] = reports.lossAfter()[s];
            }
            lossRound = round;
        }
        return roundLosses[client];
    }

    /// Reads the losses of all clients in the rounds not yet read, round by round.
    void readLosses(int count) {
        for (; readRounds < count; readRounds++) {
            for (int k = 0; k < roundLosses.length; k++) {
                clientLoss(k, readRounds + 1);
            }
        }
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
