package org.fedarium.chart;

import org.fedarium.lab.Timeline;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// Values of one parameter: from the traces at hand, else from the timeline's snapshots.
final class PathsValues {
    private final Timeline timeline;
    private final int parameter;
    private final List<@Nullable LocalTrace> traces;

    PathsValues(Timeline timeline, int parameter, List<@Nullable LocalTrace> traces) {
        this.timeline = timeline;
        this.parameter = parameter;
        this.traces = traces;
    }

    /// The local steps of a round, or null while they are being recomputed.
    @Nullable LocalTrace trace(int round) {
        for (LocalTrace trace : traces) {
            if (trace != null && trace.round() == round && trace.parameter() == parameter) {
                return trace;
            }
        }
        return null;
    }

    /// The global value after a round, or NaN when it is not at hand.
    ///
    /// @param version the newest version that may be known
    double global(int round, int version) {
        LocalTrace after = trace(round + 1);
        LocalTrace before = trace(round);
        if (after != null) {
            return after.globalBefore();
        }
        if (before != null && round <= version) {
            return before.globalAfter();
        }
        if (round > timeline.lastRound()) {
            return Double.NaN;
        }
        double[] theta = timeline.parameters(round);
        return theta == null || parameter >= theta.length ? Double.NaN : theta[parameter];
    }

    /// The clients' values when a share of each one's steps is done, sorted, finite ones only.
    double[] atFraction(LocalTrace trace, double fraction) {
        return Arrays.stream(trace.value())
                .filter(v -> v.length > 1)
                .mapToDouble(
                        v -> {
                            double done = fraction * (v.length - 1);
                            int whole = Math.min(v.length - 2, (int) done);
                            return v[whole] + (done - whole) * (v[whole + 1] - v[whole]);
                        })
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }
}
