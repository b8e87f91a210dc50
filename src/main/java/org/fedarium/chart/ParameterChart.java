package org.fedarium.chart;

import org.fedarium.chart.Series.Role;
import org.fedarium.look.Numbers;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// One parameter round by round: of the global model, and of every client at the end of its local
/// steps (over 36 clients: median and 10 to 90 % band). A client's points are joined between
/// neighbouring rounds of those that were looked at, if it took part in both.
final class ParameterChart extends RoundChart {
    private final ParameterValues values;

    ParameterChart(ChartInput input, List<@Nullable LocalTrace> traces) {
        super(input);
        this.values = new ParameterValues(timeline, curves, options.parameter(), traces, count);
    }

    @Override
    ChartKind kind() {
        return ChartKind.PARAMETER;
    }

    @Override
    String title() {
        return names.kinds().title(kind(), parameter());
    }

    private String parameter() {
        return info.layout().nameOf(options.parameter());
    }

    @Override
    String caption() {
        return names.kinds().parameterCaption(ParameterValues.stride(shown));
    }

    @Override
    void addLines() {
        boolean crowd = info.clients().size() > LossChart.IDENTITIES;
        if (crowd) {
            addCrowd();
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < info.clients().size(); k++) {
                boolean strong = options.isStrong(k);
                if (strong == (pass == 1) && (strong || !crowd)) {
                    addClient(k);
                }
            }
        }
        double optimum = values.optimum();
        if (options.references() && Double.isFinite(optimum) && count > 0) {
            double[] ends = {x.min(), x.max()};
            double[] y = {optimum, optimum};
            Names.Line line = names.kinds().parameterOptimum(parameter());
            add("optimum", line, Role.OPTIMUM, -1, ends, y, 2);
        }
        add("global", names.kinds().parameter(parameter()), Role.GLOBAL, -1, values.global());
    }

    private void addCrowd() {
        double[] low = spread(values.quantile(0.1));
        double[] high = spread(values.quantile(0.9));
        addBand(names.kinds().parameterBand(), low, high);
        double[] median = spread(values.quantile(0.5));
        add("median", names.kinds().parameterMedian(parameter()), Role.MEDIAN, -1, median);
    }

    /// Values of the rounds that were looked at, at their places among all rounds.
    private double[] spread(double[] few) {
        double[] all = new double[Math.max(0, count)];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < few.length; i++) {
            all[values.rounds().get(i)] = few[i];
        }
        return all;
    }

    private void addClient(int client) {
        double[] y = values.client(client);
        List<Integer> rounds = values.rounds();
        int stride = ParameterValues.stride(shown);
        int from = 0;
        while (from < y.length) {
            if (!Double.isFinite(y[from])) {
                from++;
                continue;
            }
            int to = from + 1;
            while (to < y.length
                    && Double.isFinite(y[to])
                    && rounds.get(to) - rounds.get(to - 1) == stride) {
                to++;
            }
            if (!series.isEmpty() && series.getLast().client() == client) {
                // Only the newest piece carries the client's name.
                series.set(series.size() - 1, series.getLast().withoutLabel());
            }
            addPiece(client, y, from, to);
            from = to;
        }
    }

    private void addPiece(int client, double[] y, int from, int to) {
        double[] all = xs(count);
        double[] at = new double[to - from];
        for (int i = from; i < to; i++) {
            at[i - from] = all[values.rounds().get(i)];
        }
        int first = values.rounds().get(from);
        Names.Line line = names.kinds().parameterClient(parameter(), info.clients().get(client));
        double[] piece = Arrays.copyOfRange(y, from, to);
        add("client." + client + "." + first, line, Role.CLIENT, client, at, piece, at.length);
        if (at.length == 1) {
            dots.add(new ChartData.Dot(at[0], piece[0], client, false, false, false));
        }
    }

    @Override
    AxisScale vertical() {
        double[] range = range();
        return range[0] > range[1]
                ? Ticks.linear(-1, 1, true, true)
                : Ticks.linear(range[0], range[1], false, false);
    }

    @Override
    String number(double value) {
        return Numbers.shortText(value);
    }
}
