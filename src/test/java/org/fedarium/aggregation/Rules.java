package org.fedarium.aggregation;

import org.fedarium.catalog.Values;

import java.util.Arrays;

/// Applies rules of the catalog to given updates.
final class Rules {
    private Rules() {}

    /// What one combination gave.
    record Result(double[] out, double[] shares, Verdict[] verdicts) {
        Verdict.Kind[] kinds() {
            return Arrays.stream(verdicts).map(Verdict::kind).toArray(Verdict.Kind[]::new);
        }
    }

    static Values values(Aggregator rule, Object... settings) {
        Values values = Values.defaults(rule.describe());
        for (int i = 0; i < settings.length; i += 2) {
            if (values.descriptor().has((String) settings[i])) {
                values = values.with((String) settings[i], settings[i + 1]);
            }
        }
        return values;
    }

    /// The rule called `id` with those of the settings that it has.
    static Result apply(String id, double[][] x, Object... settings) {
        int[] examples = new int[x.length];
        Arrays.fill(examples, 1);
        return apply(id, x, examples, settings);
    }

    static Result apply(String id, double[][] x, int[] examples, Object... settings) {
        Aggregator rule = Aggregators.ALL.find(id);
        var combination = rule.start(x[0].length, values(rule, settings));
        for (int k = 0; k < x.length; k++) {
            combination.add(x[k], examples[k]);
        }
        double[] out = new double[x[0].length];
        combination.finish(out);
        return new Result(out, combination.shares(), combination.verdicts());
    }

    /// Vectors of one entry.
    static double[][] column(double... values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }
}
