package org.fedarium.chart;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.chart.Series.Role;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One parameter over the local steps of the last four rounds. In every round the clients leave the
/// global value, their steps fill [#WALK] of the round, the rest is the way back to the average.
final class PathsChart {
    static final int ROUNDS = 4;
    static final double WALK = 0.78;

    /// Beyond this many clients in a round their walks become a band.
    static final int MOST_WALKS = 60;

    private static final int BAND_POINTS = 24;

    private final Timeline timeline;
    private final RunInfo info;
    private final ChartOptions options;
    private final Texts texts;
    private final PathsValues values;
    private final List<Series> series = new ArrayList<>();
    private final List<Series> strongSeries = new ArrayList<>();
    private final List<ChartData.Band> bands = new ArrayList<>();
    private final List<ChartData.Dot> dots = new ArrayList<>();
    private final List<ChartData.Dot> globalDots = new ArrayList<>();
    private int newestWalk;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    PathsChart(
            Timeline timeline,
            ChartOptions options,
            List<@Nullable LocalTrace> traces,
            Texts texts) {
        this.timeline = timeline;
        this.info = timeline.info();
        this.options = options;
        this.texts = texts;
        this.values = new PathsValues(timeline, options.parameter(), traces);
    }

    static int firstRound(Playhead playhead, int rounds) {
        return Math.max(0, lastRound(playhead, rounds) - ROUNDS);
    }

    private static int lastRound(Playhead playhead, int rounds) {
        return Math.max(playhead.round(), Math.min(ROUNDS, rounds));
    }

    ChartData at(Playhead playhead) {
        int rounds = info.experiment().rounds();
        int first = firstRound(playhead, rounds);
        int last = lastRound(playhead, rounds);
        newestWalk = playhead.progress(Phase.TRAIN) > 0 ? playhead.round() : playhead.round() - 1;
        for (int round = first + 1; round <= playhead.round(); round++) {
            LocalTrace trace = values.trace(round);
            if (trace != null) {
                addRound(trace, playhead);
            }
        }
        series.addAll(strongSeries);
        addGlobal(first, playhead);
        dots.addAll(globalDots);
        String parameter = info.layout().nameOf(options.parameter());
        return new ChartData(
                ChartKind.PATHS,
                texts.get("plot.paths.titleOf", parameter),
                texts.get("plot.face.paths.caption"),
                Ticks.rounds(first, last, texts.get("plot.axis.round", first)),
                low > high
                        ? Ticks.linear(-1, 1, true, true)
                        : Ticks.linear(low, high, false, false),
                series,
                bands,
                List.of(),
                dots,
                last > playhead.round() ? playhead.round() : Double.NaN,
                true,
                info.clients().size() <= LossChart.IDENTITIES,
                spoken(parameter, playhead),
                StepAxis.ROUNDS,
                new double[0]);
    }

    private void addRound(LocalTrace trace, Playhead playhead) {
        boolean live = trace.round() == playhead.round();
        double walked = live ? playhead.progress(Phase.TRAIN) : 1;
        double pulled = live ? playhead.progress(Phase.AGGREGATE) : 1;
        widen(trace.globalBefore());
        widen(trace.globalAfter());
        boolean crowd = trace.client().length > MOST_WALKS;
        if (crowd) {
            addBand(trace, walked, live);
        }
        ClientReports reports =
                trace.round() <= timeline.lastRound()
                        ? timeline.step(trace.round()).reports()
                        : ClientReports.empty(0);
        for (int slot = 0; slot < trace.client().length; slot++) {
            int client = trace.client()[slot];
            if (!crowd || options.isStrong(client)) {
                addWalk(trace, slot, walked, live);
                boolean counts = slot < reports.size() && reports.statusOf(slot).counts();
                if (counts && pulled > 0) {
                    addPull(trace, slot, pulled, live);
                }
            }
        }
    }

    private void addWalk(LocalTrace trace, int slot, double walked, boolean live) {
        double[] value = trace.value()[slot];
        int steps = value.length - 1;
        for (double v : value) {
            widen(v);
        }
        if (steps < 1 || walked <= 0) {
            return;
        }
        double done = walked * steps;
        int whole = (int) done;
        int count = whole + 1 + (done > whole ? 1 : 0);
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            double step = Math.min(i, done);
            x[i] = trace.round() - 1 + WALK * step / steps;
            y[i] =
                    i <= whole
                            ? value[i]
                            : value[whole] + (done - whole) * (value[i] - value[whole]);
        }
        int columns = Math.max(16, options.columns() / ROUNDS);
        Decimation.Points p =
                Decimation.thin(x, y, count, trace.round() - 1, trace.round(), columns);
        if (p.x().length == 0) {
            return;
        }
        int client = trace.client()[slot];
        boolean strong = options.isStrong(client);
        String name = info.clients().get(client);
        Series walk =
                new Series(
                        "client." + client + "." + trace.round(),
                        texts.get("plot.series.walk", name, trace.round()),
                        name,
                        strong && trace.round() == newestWalk ? name : "",
                        Role.CLIENT,
                        client,
                        strong,
                        live,
                        p.x(),
                        p.y());
        (strong ? strongSeries : series).add(walk);
        dots.add(new ChartData.Dot(walk.lastX(), walk.lastY(), client, false, strong, live));
    }

    private void addPull(LocalTrace trace, int slot, double pulled, boolean live) {
        if (info.rhythm() == Rhythm.MIXING) {
            // A client goes to its neighbours' models, not to the mean of all.
            return;
        }
        double[] value = trace.value()[slot];
        double from = value.length == 0 ? Double.NaN : value[value.length - 1];
        double to = from + pulled * (trace.globalAfter() - from);
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            return;
        }
        double start = trace.round() - 1 + WALK;
        int client = trace.client()[slot];
        boolean strong = options.isStrong(client);
        String name = info.clients().get(client);
        double[] x = {start, start + pulled * (1 - WALK)};
        double[] y = {from, to};
        String id = "pull." + client + "." + trace.round();
        series.add(
                new Series(
                        id,
                        texts.get("plot.series.pull", name),
                        name,
                        "",
                        Role.PULL,
                        client,
                        strong,
                        live,
                        x,
                        y));
    }

    private void addBand(LocalTrace trace, double walked, boolean live) {
        double[] x = new double[BAND_POINTS + 1];
        double[] lows = new double[x.length];
        double[] highs = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] sorted = values.atFraction(trace, (double) i / BAND_POINTS);
            x[i] = trace.round() - 1 + WALK * i / BAND_POINTS;
            lows[i] = Curves.at(sorted, sorted.length, 0.1);
            highs[i] = Curves.at(sorted, sorted.length, 0.9);
            widen(lows[i]);
            widen(highs[i]);
        }
        int count = (int) Math.floor(walked * BAND_POINTS) + 1;
        if (count > 1 && Double.isFinite(lows[count - 1])) {
            bands.add(
                    new ChartData.Band(
                            texts.get("plot.series.walkBand"),
                            live,
                            Arrays.copyOf(x, count),
                            Arrays.copyOf(lows, count),
                            Arrays.copyOf(highs, count)));
        }
    }

    private void addGlobal(int first, Playhead playhead) {
        int version = playhead.globalVersion();
        double[] x = new double[version - first + 1];
        double[] y = new double[x.length];
        int count = 0;
        for (int round = first; round <= version; round++) {
            double value = values.global(round, version);
            if (Double.isFinite(value)) {
                x[count] = round;
                y[count++] = value;
                widen(value);
                globalDots.add(new ChartData.Dot(round, value, -1, false, false, false));
            }
        }
        String brief = texts.get("plot.series.global.brief");
        String full = texts.get("plot.series.parameter", info.layout().nameOf(options.parameter()));
        LocalTrace current = values.trace(playhead.round());
        boolean going = version < playhead.round();
        if (going && !globalDots.isEmpty()) {
            // The newest global value lies under the moving lines' start, so it moves with them.
            ChartData.Dot newest = globalDots.removeLast();
            globalDots.add(new ChartData.Dot(newest.x(), newest.y(), -1, false, false, true));
        }
        boolean pending = going && playhead.progress(Phase.UPLOAD) > 0;
        if (count > 0 && current != null && pending && Double.isFinite(current.globalAfter())) {
            double[] px = {x[count - 1], playhead.round()};
            double[] py = {y[count - 1], current.globalAfter()};
            String name = texts.get("plot.series.pending");
            series.add(
                    new Series("pending", name, name, "", Role.PENDING, -1, false, true, px, py));
            globalDots.add(new ChartData.Dot(px[1], py[1], -1, true, false, true));
        }
        if (count > 0) {
            double[] gx = Arrays.copyOf(x, count);
            double[] gy = Arrays.copyOf(y, count);
            series.add(
                    new Series("global", full, brief, "", Role.GLOBAL, -1, false, false, gx, gy));
        }
    }

    private String spoken(String parameter, Playhead playhead) {
        StringBuilder words =
                new StringBuilder(texts.get("plot.spoken.paths", parameter, playhead.round()));
        for (Series s : series.reversed()) {
            if (s.role() == Role.GLOBAL || s.strong() && s.role() == Role.CLIENT) {
                words.append(' ')
                        .append(
                                texts.get(
                                        "plot.spoken.value",
                                        s.name(),
                                        Numbers.shortText(s.lastY())));
            }
        }
        return words.toString();
    }

    private void widen(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }
}
