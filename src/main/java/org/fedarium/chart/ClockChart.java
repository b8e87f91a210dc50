package org.fedarium.chart;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.chart.Series.Role;
import org.fedarium.look.Numbers;

/// The virtual duration of every step, and the time that the median of the clients needed whose
/// updates arrived. What lies between is waiting for the slowest, where the step waits at all: a
/// server version begins when the one before ends, long after its clients began.
final class ClockChart extends RoundChart {
    ClockChart(ChartInput input) {
        super(input);
    }

    @Override
    ChartKind kind() {
        return ChartKind.CLOCK;
    }

    @Override
    void addLines() {
        Records records = curves.records(count);
        double[] step = records.stepTime.values();
        double[] member = records.memberTime.values();
        if (info.rhythm() != Rhythm.VERSIONS) {
            addBand(names.kinds().clockBand(), member, step);
        }
        addPart("member", names.kinds().clockMember(), Role.SIDE, member, 0, 0);
        add("step", names.kinds().clockStep(), Role.MAIN, -1, step);
    }

    @Override
    AxisScale vertical() {
        return Units.vertical(StepAxis.SECONDS, range()[1]);
    }

    @Override
    String number(double value) {
        return Numbers.seconds(value);
    }
}
