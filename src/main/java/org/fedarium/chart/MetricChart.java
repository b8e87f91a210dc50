package org.fedarium.chart;

import org.fedarium.model.MetricSpec;

/// Another metric by round. Shares always run from 0 to 100 %.
final class MetricChart extends ModelChart {
    MetricChart(ChartInput input) {
        super(input);
    }

    @Override
    ChartKind kind() {
        return ChartKind.METRIC;
    }

    @Override
    MetricSpec metric() {
        int index = info.metricIndex(options.metric());
        return index >= 0 ? info.metrics().get(index) : info.mainMetric();
    }

    @Override
    void addOwn() {}

    @Override
    AxisScale vertical() {
        if (metric().share()) {
            return Ticks.shares();
        }
        double low = range()[0];
        double high = range()[1];
        if (isR2()) {
            // 1 is perfect, 0 as good as the mean; far below, a curve may leave the axis.
            return Ticks.linear(low >= 0 || low > high ? 0 : Math.max(-1, low), 1, false, true);
        }
        boolean fromZero = low >= 0;
        return Ticks.linear(fromZero ? 0 : low, high, fromZero, false);
    }

    private boolean isR2() {
        return metric().id().endsWith("R2");
    }
}
