package org.fedarium.chart;

import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Axes of amounts that grow from 0: local steps, bytes, seconds.
final class Units {
    private static final double[] ENDS = {1, 1.5, 2, 3, 4, 6, 10};

    /// So that half a line's width at the top is not cut off.
    private static final double HEADROOM = 1.03;

    private static final Unit STEP = new Unit(1, "");
    private static final List<Unit> BYTES =
            List.of(
                    new Unit(1e12, "TB"),
                    new Unit(1e9, "GB"),
                    new Unit(1e6, "MB"),
                    new Unit(1e3, "kB"));
    private static final List<Unit> TIMES =
            List.of(new Unit(3600, "h"), new Unit(60, "min"), new Unit(1, "s"));

    private Units() {}

    /// @param size how much one of it is, in steps, bytes or seconds
    private record Unit(double size, String name) {}

    /// The horizontal axis of a run that has come to `now`. Its end grows in steps, leaves room for
    /// the texts at the line ends and depends on nothing that is still to come. The first label
    /// carries the unit.
    static AxisScale horizontal(StepAxis axis, double now, Texts texts) {
        double least = axis == StepAxis.BYTES ? 1000 : axis == StepAxis.SECONDS ? 1 : 10;
        double shown = Double.isFinite(now) ? Math.max(now, least) : least;
        Unit unit = unit(axis, shown);
        AxisScale plain = Ticks.linear(0, end(shown / unit.size()), true, true);
        List<String> labels = new ArrayList<>(labels(axis, plain));
        labels.set(
                0,
                axis == StepAxis.LOCAL_STEPS
                        ? texts.get("plot.axis.localSteps", "0")
                        : "0 " + unit.name());
        return scaled(plain, unit, labels);
    }

    /// The vertical axis of bytes or seconds up to `high`; every label carries the unit.
    static AxisScale vertical(StepAxis axis, double high) {
        boolean some = Double.isFinite(high) && high > 0;
        Unit unit = unit(axis, some ? high : 1);
        AxisScale plain = Ticks.linear(0, some ? HEADROOM * high / unit.size() : 1, true, false);
        List<String> labels =
                labels(axis, plain).stream()
                        .map(l -> l.equals("0") ? l : l + " " + unit.name())
                        .toList();
        return scaled(plain, unit, labels);
    }

    /// An amount as people read it.
    static String text(StepAxis axis, double amount, Texts texts) {
        return switch (axis) {
            case ROUNDS -> String.valueOf(Math.round(amount));
            case LOCAL_STEPS ->
                    texts.get(
                            "plot.axis.localSteps",
                            String.format(Locale.ROOT, "%,d", Math.round(amount)));
            case BYTES -> Numbers.bytes(Math.round(amount));
            case SECONDS -> Numbers.seconds(amount);
        };
    }

    /// The largest unit of which there are at least one (bytes) or two (times): 90 min, not 1.5 h.
    private static Unit unit(StepAxis axis, double amount) {
        if (axis != StepAxis.BYTES && axis != StepAxis.SECONDS) {
            return STEP;
        }
        List<Unit> units = axis == StepAxis.BYTES ? BYTES : TIMES;
        double times = axis == StepAxis.BYTES ? 1 : 2;
        return units.stream()
                .filter(u -> amount >= times * u.size())
                .findFirst()
                .orElse(units.getLast());
    }

    /// The smallest end of which `value` fills at most four fifths.
    private static double end(double value) {
        double factor = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        while (true) {
            for (double e : ENDS) {
                if (value <= 0.8 * e * factor * (1 + 1e-12)) {
                    return e * factor;
                }
            }
            factor *= 10;
        }
    }

    private static List<String> labels(StepAxis axis, AxisScale plain) {
        if (axis != StepAxis.LOCAL_STEPS) {
            return plain.labels().stream().map(l -> l.replaceAll("\\.0+$", "")).toList();
        }
        List<String> labels = new ArrayList<>();
        for (double tick : plain.ticks()) {
            boolean millions = plain.max() >= 2e6;
            labels.add(
                    millions
                            ? Numbers.exact(Math.rint(tick / 1e3) / 1e3) + "M"
                            : String.format(Locale.ROOT, "%,d", Math.round(tick)));
        }
        return labels;
    }

    private static AxisScale scaled(AxisScale plain, Unit unit, List<String> labels) {
        double[] ticks = plain.ticks().clone();
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] *= unit.size();
        }
        return new AxisScale(0, plain.max() * unit.size(), false, ticks, labels);
    }
}
