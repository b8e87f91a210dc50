package org.fedarium.chart;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.chart.Series.Role;
import org.fedarium.look.Numbers;

/// Bytes sent since the start, to the clients and from them. Without a server a message from client
/// to client is both, so there is one line.
final class TrafficChart extends RoundChart {
    TrafficChart(ChartInput input) {
        super(input);
    }

    @Override
    ChartKind kind() {
        return ChartKind.TRAFFIC;
    }

    @Override
    void addLines() {
        Records records = curves.records(count);
        double[] up = records.up.values();
        if (info.rhythm() == Rhythm.MIXING) {
            add("up", names.kinds().up(), Role.MAIN, -1, up);
            return;
        }
        // Both are often the same; then the dashes of one lie on the other.
        add("down", names.kinds().down(), Role.MAIN, -1, records.down.values());
        addPart("up", names.kinds().up(), Role.SIDE, up, 0, 0);
    }

    @Override
    AxisScale vertical() {
        return Units.vertical(StepAxis.BYTES, range()[1]);
    }

    @Override
    String number(double value) {
        return Numbers.bytes(Math.round(value));
    }
}
