package org.fedarium.chart;

import org.fedarium.chart.Series.Role;
import org.fedarium.model.MetricSpec;

/// Loss by round: the global model on the main data, every client on its own data after its local
/// update (over 36 clients: median and 10 to 90 % band).
final class LossChart extends ModelChart {
    /// Beyond this many clients colours and dashes no longer tell them apart.
    static final int IDENTITIES = 36;

    /// Clients' losses may leave the axis below this share of the global model's lowest loss, so
    /// that one client that knows its data by heart does not flatten everything else.
    private static final double DEPTH = 50;

    /// Clients' losses may leave the axis above this multiple of the highest global loss.
    private static final double HEIGHT = 10;

    LossChart(ChartInput input) {
        super(input);
    }

    @Override
    ChartKind kind() {
        return ChartKind.LOSS;
    }

    @Override
    MetricSpec metric() {
        return info.mainLoss();
    }

    @Override
    void addOwn() {
        int clients = info.clients().size();
        if (clients > IDENTITIES) {
            Records records = curves.records(count);
            addBand(names.band(), records.lowLoss.values(), records.highLoss.values());
            add("median", names.median(), Role.MEDIAN, -1, records.medianLoss.values());
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < clients; k++) {
                boolean strong = options.isStrong(k);
                if (strong == (pass == 1) && (strong || clients <= IDENTITIES)) {
                    double[] y = curves.clientLoss(k, count);
                    add("client." + k, names.client(k), Role.CLIENT, k, y);
                }
            }
        }
    }

    @Override
    AxisScale vertical() {
        double[] main = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] clients = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Series s : series) {
            // An optimum of next to nothing, as of data without noise, must not flatten the rest.
            boolean aside = s.role() == Role.CLIENT && !s.strong() || s.role() == Role.OPTIMUM;
            widen(aside ? clients : main, s.y());
        }
        for (ChartData.Band band : bands) {
            widen(clients, band.low());
            widen(clients, band.high());
        }
        if (main[0] > main[1]) {
            return options.logLoss() ? Ticks.log(0.1, 1) : Ticks.linear(0, 1, true, true);
        }
        double low = Math.min(main[0], Math.max(clients[0], main[0] / DEPTH));
        double high = Math.max(main[1], Math.min(clients[1], main[1] * HEIGHT));
        return options.logLoss() ? Ticks.log(low, high) : Ticks.linear(0, high, true, false);
    }

    private void widen(double[] range, double[] values) {
        for (double v : values) {
            if (Double.isFinite(v) && (v > 0 || !options.logLoss())) {
                range[0] = Math.min(range[0], v);
                range[1] = Math.max(range[1], v);
            }
        }
    }
}
