package org.fedarium.chart;

import org.fedarium.chart.Series.Role;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// What charts over rounds have in common: the horizontal axis, which may count something else than
/// rounds, lines and bands over it, and marks. An instance makes one chart.
abstract class RoundChart {
    final Timeline timeline;
    final RunInfo info;
    final Curves curves;
    final ChartOptions options;
    final Texts texts;
    final Names names;
    final List<Series> series = new ArrayList<>();
    final List<ChartData.Band> bands = new ArrayList<>();
    final List<ChartData.Dot> dots = new ArrayList<>();

    /// The last round whose results may be shown, -1 before any, and how many that makes.
    final int shown;

    final int count;

    /// The horizontal axis.
    final AxisScale x;

    RoundChart(ChartInput input) {
        this.timeline = input.timeline();
        this.info = timeline.info();
        this.curves = input.curves();
        this.options = input.options();
        this.texts = input.texts();
        this.names = new Names(texts, info);
        this.shown = Math.min(input.playhead().shownRound(), timeline.lastRound());
        this.count = shown + 1;
        this.x = horizontal();
    }

    abstract ChartKind kind();

    String title() {
        return names.kinds().title(kind(), "");
    }

    String caption() {
        return names.kinds().caption(kind());
    }

    /// Adds all lines, from the bottom to the top of the picture.
    abstract void addLines();

    /// The vertical axis, once all lines are there.
    abstract AxisScale vertical();

    /// A value as people read it.
    abstract String number(double value);

    final ChartData data() {
        addLines();
        addDots();
        double now = shown < 0 ? 0 : xs(count)[shown];
        double[] steps =
                options.axis() == StepAxis.ROUNDS
                        ? new double[0]
                        : Arrays.copyOf(xs(count), Math.max(0, count));
        return new ChartData(
                kind(),
                title(),
                caption(),
                x,
                vertical(),
                series,
                bands,
                marks(),
                dots,
                now < x.max() ? now : Double.NaN,
                false,
                info.clients().size() <= LossChart.IDENTITIES,
                names.spoken(title(), shown, info.experiment().rounds(), series, this::number),
                options.axis(),
                steps);
    }

    private AxisScale horizontal() {
        if (options.axis() == StepAxis.ROUNDS) {
            int last = Ticks.lastRound(Math.max(0, shown), info.experiment().rounds());
            return Ticks.rounds(0, last, texts.get("plot.axis.round", 0));
        }
        double now = shown < 0 ? 0 : xs(count)[shown];
        return Units.horizontal(options.axis(), now, texts);
    }

    /// The x of rounds 0 to n - 1 of this run; the array may be longer.
    final double[] xs(int n) {
        return curves.x(options.axis(), Math.max(0, n));
    }

    /// Adds a curve over rounds 0 to count - 1.
    final void add(String id, Names.Line line, Role role, int client, double[] y) {
        add(id, line, role, client, xs(count), y, count);
    }

    /// Adds a curve over other x.
    final void add(
            String id, Names.Line line, Role role, int client, double[] xs, double[] y, int size) {
        add(id, line, role, client, xs, y, size, 0, 0);
    }

    /// Adds a line of a class, or beside the main one.
    final void addPart(String id, Names.Line line, Role role, double[] y, int part, int parts) {
        add(id, line, role, -1, xs(count), y, count, part, parts);
    }

    private void add(
            String id,
            Names.Line line,
            Role role,
            int client,
            double[] xs,
            double[] y,
            int size,
            int part,
            int parts) {
        Decimation.Points p = Decimation.thin(xs, y, size, x.min(), x.max(), options.columns());
        if (p.x().length == 0) {
            return;
        }
        boolean strong =
                role == Role.CLIENT && options.isStrong(client)
                        || role == Role.CLASS && part == options.hoveredClass();
        String label = "";
        if (role.leads() || role == Role.SIDE || strong) {
            label = line.brief() + " " + number(p.y()[p.y().length - 1]);
        } else if (role != Role.CLIENT && p.x().length > 1) {
            label = line.brief();
        }
        series.add(
                new Series(
                        id,
                        line.full(),
                        line.brief(),
                        label,
                        role,
                        client,
                        strong,
                        false,
                        p.x(),
                        p.y(),
                        part,
                        parts));
    }

    /// Adds an area between two curves over rounds 0 to count - 1. Its edges are thinned at the
    /// same rounds, those kept of the upper edge or the lower.
    final void addBand(String name, double[] low, double[] high) {
        double[] rounds = curves.rounds(Math.max(0, count));
        int columns = options.columns();
        Decimation.Points below = Decimation.thin(rounds, low, count, 0, count, columns);
        Decimation.Points above = Decimation.thin(rounds, high, count, 0, count, columns);
        int[] kept =
                DoubleStream.concat(Arrays.stream(below.x()), Arrays.stream(above.x()))
                        .sorted()
                        .distinct()
                        .mapToInt(r -> (int) r)
                        .filter(r -> Double.isFinite(low[r]) && Double.isFinite(high[r]))
                        .toArray();
        if (kept.length > 1) {
            double[] at = xs(count);
            bands.add(
                    new ChartData.Band(
                            name,
                            false,
                            Arrays.stream(kept).mapToDouble(r -> at[r]).toArray(),
                            Arrays.stream(kept).mapToDouble(r -> low[r]).toArray(),
                            Arrays.stream(kept).mapToDouble(r -> high[r]).toArray()));
        }
    }

    private List<ChartData.Mark> marks() {
        List<ChartData.Mark> marks = new ArrayList<>();
        for (Timeline.Mark mark : timeline.marks()) {
            if (mark.afterRound() <= shown) {
                double at = xs(count)[mark.afterRound()];
                marks.add(new ChartData.Mark(at, names.mark(mark)));
            }
        }
        return marks;
    }

    private void addDots() {
        for (Series s : series) {
            if (!s.label().isEmpty() && (s.role().leads() || s.strong())) {
                dots.add(
                        new ChartData.Dot(
                                s.lastX(), s.lastY(), s.client(), false, s.strong(), false));
            }
        }
    }

    /// The lowest and the highest number of all lines and bands; infinite without any.
    final double[] range() {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        series.forEach(s -> widen(range, s.y()));
        for (ChartData.Band band : bands) {
            widen(range, band.low());
            widen(range, band.high());
        }
        return range;
    }

    private static void widen(double[] range, double[] values) {
        for (double v : values) {
            range[0] = Math.min(range[0], v);
            range[1] = Math.max(range[1], v);
        }
    }
}
