package org.fedarium.chart;

import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.simulation.ReferenceCurves;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One parameter round by round: of the global model, and of the clients at the end of their local
/// steps in rounds that are spread evenly.
final class ParameterValues {
    /// So many rounds are asked for at most, because every one is recomputed.
    static final int MOST = 40;

    private final Timeline timeline;
    private final Curves curves;
    private final int parameter;
    private final int count;
    private final List<Integer> rounds;
    private final LocalTrace[] traces;
    private final PathsValues values;

    /// @param count number of rounds that may be shown
    ParameterValues(
            Timeline timeline,
            Curves curves,
            int parameter,
            List<@Nullable LocalTrace> traces,
            int count) {
        this.timeline = timeline;
        this.curves = curves;
        this.parameter = parameter;
        this.count = Math.max(0, count);
        this.values = new PathsValues(timeline, parameter, traces);
        List<Integer> found = new ArrayList<>();
        List<LocalTrace> at = new ArrayList<>();
        for (int round : rounds(count - 1)) {
            LocalTrace trace = values.trace(round);
            if (trace != null) {
                found.add(round);
                at.add(trace);
            }
        }
        this.rounds = found;
        this.traces = at.toArray(new LocalTrace[0]);
    }

    /// Rounds between those that are asked for: 1, 2, 5, 10, 20, 50, ...
    static int stride(int shown) {
        int[] steps = {1, 2, 5};
        for (long factor = 1; ; factor *= 10) {
            for (int step : steps) {
                if (shown <= step * factor * MOST) {
                    return (int) (step * factor);
                }
            }
        }
    }

    /// The rounds whose local steps are needed, oldest first.
    static List<Integer> rounds(int shown) {
        List<Integer> rounds = new ArrayList<>();
        int stride = stride(shown);
        for (int r = stride; r <= shown; r += stride) {
            rounds.add(r);
        }
        return rounds;
    }

    static List<Integer> rounds(Playhead playhead) {
        return rounds(playhead.shownRound());
    }

    /// The rounds of which the local steps are at hand, oldest first.
    List<Integer> rounds() {
        return rounds;
    }

    /// The global value after rounds 0 to count - 1; NaN where it is not at hand.
    double[] global() {
        double[] global = Arrays.copyOf(curves.parameter(parameter, count), count);
        for (LocalTrace trace : traces) {
            global[trace.round()] = trace.globalAfter();
            if (Double.isNaN(global[trace.round() - 1])) {
                global[trace.round() - 1] = trace.globalBefore();
            }
        }
        return global;
    }

    /// A client's value at the end of its local steps in each of the rounds; NaN where it took no
    /// step.
    double[] client(int client) {
        double[] ends = new double[traces.length];
        for (int i = 0; i < ends.length; i++) {
            int slot = Math.max(-1, Arrays.binarySearch(traces[i].client(), client));
            ends[i] = slot < 0 ? Double.NaN : end(traces[i], slot);
        }
        return ends;
    }

    /// A quantile over the clients in each of the rounds.
    double[] quantile(double q) {
        double[] found = new double[traces.length];
        for (int i = 0; i < found.length; i++) {
            double[] sorted = values.atFraction(traces[i], 1);
            found[i] = Curves.at(sorted, sorted.length, q);
        }
        return found;
    }

    private static double end(LocalTrace trace, int slot) {
        double[] steps = trace.value()[slot];
        return steps.length < 2 ? Double.NaN : steps[steps.length - 1];
    }

    /// The value of the closed-form optimum, or NaN.
    double optimum() {
        ReferenceCurves references = timeline.references();
        double[] theta = references == null ? null : references.optimumParameters();
        return theta == null || parameter >= theta.length ? Double.NaN : theta[parameter];
    }
}
