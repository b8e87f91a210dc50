package org.fedarium.chart;

import org.fedarium.chart.Series.Role;
import org.fedarium.lab.RunInfo;
import org.fedarium.model.MetricSpec;

import java.util.List;

/// The global model's score on every client's own test data: mean over clients, the area of one
/// standard deviation around it, and the mean of the worst tenth. Beside it the mean score of
/// personalised models and of models after local training, where a run has them.
final class SpreadChart extends ModelChart {
    static final String MEAN = "clientMean";
    static final String DEVIATION = "clientSpread";
    static final String WORST = "clientWorstDecile";

    /// The lines beside the mean.
    static final List<String> SIDES = List.of(WORST, "localMean", "personalMean");

    SpreadChart(ChartInput input) {
        super(input);
    }

    static boolean fits(RunInfo info) {
        return info.testExamples() > 0 && info.metricIndex(MEAN) >= 0;
    }

    @Override
    ChartKind kind() {
        return ChartKind.SPREAD;
    }

    @Override
    MetricSpec metric() {
        int index = info.metricIndex(MEAN);
        return index >= 0
                ? info.metrics().get(index)
                : new MetricSpec(MEAN, MEAN, "", "", info.mainMetric().share(), true);
    }

    @Override
    Names.Line line() {
        return names.kinds().spreadMean();
    }

    @Override
    String title() {
        return names.kinds().title(kind(), "");
    }

    @Override
    String caption() {
        return names.kinds().caption(kind());
    }

    @Override
    void addOwn() {
        int mean = info.metricIndex(MEAN);
        int deviation = info.metricIndex(DEVIATION);
        if (mean >= 0 && deviation >= 0 && count > 0) {
            double[] low = new double[count];
            double[] high = new double[count];
            edges(curves, mean, deviation, low, high, metric().share());
            addBand(names.kinds().spreadBand(), low, high);
        }
        for (int i = 0; i < SIDES.size(); i++) {
            int index = info.metricIndex(SIDES.get(i));
            if (index >= 0) {
                MetricSpec spec = info.metrics().get(index);
                Names.Line line = i == 0 ? names.kinds().spreadWorst() : names.metric(spec);
                addPart(SIDES.get(i), line, Role.SIDE, curves.metric(index, count), i, 0);
            }
        }
    }

    /// Mean minus and plus one standard deviation; a share has no place outside [0, 1].
    private static void edges(
            Curves curves, int mean, int deviation, double[] low, double[] high, boolean share) {
        double[] means = curves.metric(mean, low.length);
        double[] deviations = curves.metric(deviation, low.length);
        for (int r = 0; r < low.length; r++) {
            low[r] = means[r] - deviations[r];
            high[r] = means[r] + deviations[r];
            if (share) {
                low[r] = Math.max(0, low[r]);
                high[r] = Math.min(1, high[r]);
            }
        }
    }

    @Override
    AxisScale vertical() {
        if (metric().share()) {
            return Ticks.shares();
        }
        double[] range = range();
        boolean fromZero = range[0] >= 0;
        return Ticks.linear(fromZero ? 0 : range[0], range[1], fromZero, false);
    }
}
