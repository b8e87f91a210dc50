package org.fedarium.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The combination of a rule that looks at all updates at once: it gathers them, mixes neighbours
/// if asked to, and applies the rule.
final class AllUpdates implements Aggregator.Combination {
    /// A rule over all updates; `x` is never empty.
    @FunctionalInterface
    interface Rule {
        /// Writes the combined update into `out` and says who is in it.
        Outcome combine(double[][] x, int[] examples, double[] out);
    }

    /// @param shares   of each update in the result
    /// @param verdicts on each update
    record Outcome(double[] shares, Verdict[] verdicts) {
        /// For rules in which equal clients would have equal shares.
        static Outcome of(double[] shares) {
            return new Outcome(shares, Verdict.of(shares, Weights.uniform(shares.length)));
        }

        /// The plain mean of the chosen updates, the others rejected.
        static Outcome chosen(int n, int[] chosen) {
            double[] shares = new double[n];
            Verdict[] verdicts = new Verdict[n];
            Arrays.fill(verdicts, Verdict.REJECTED);
            for (int i : chosen) {
                shares[i] = 1.0 / chosen.length;
                verdicts[i] = Verdict.COUNTED;
            }
            return new Outcome(shares, verdicts);
        }
    }

    private final Mixing mixing;
    private final Rule rule;
    private final List<double[]> updates = new ArrayList<>();
    private final List<Integer> examples = new ArrayList<>();
    private Outcome outcome = new Outcome(new double[0], new Verdict[0]);

    AllUpdates(Mixing mixing, Rule rule) {
        this.mixing = mixing;
        this.rule = rule;
    }

    @Override
    public void add(double[] update, int n) {
        updates.add(update);
        examples.add(n);
    }

    @Override
    public void finish(double[] out) {
        Arrays.fill(out, 0);
        if (updates.isEmpty()) {
            return;
        }
        double[][] x = updates.toArray(new double[0][]);
        int[] n = examples.stream().mapToInt(Integer::intValue).toArray();
        outcome = mixing.apply(x, n, rule, out);
        updates.clear();
    }

    @Override
    public double[] shares() {
        return outcome.shares().clone();
    }

    @Override
    public Verdict[] verdicts() {
        return outcome.verdicts().clone();
    }
}
