package org.fedarium.chart;

import org.fedarium.look.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Ranges that people can read, with at most five ticks.
final class Ticks {
    static final int MOST = 5;
    private static final double[] MANTISSAS = {1, 2, 2.5, 5};
    private static final int[] ROUND_STEPS = {20, 40, 60, 100};

    private Ticks() {}

    /// The last round on the x axis: grows in steps 20, 40, 60, 100, 200, ..., leaves room for the
    /// labels at the line ends, and never passes the end of the experiment.
    static int lastRound(int shown, int rounds) {
        double factor = 1;
        while (true) {
            for (int step : ROUND_STEPS) {
                double last = step * factor;
                if (last >= rounds) {
                    return rounds;
                }
                if (shown <= 0.8 * last) {
                    return (int) last;
                }
            }
            factor *= 10;
        }
    }

    /// An axis of whole rounds; the first label carries the unit.
    static AxisScale rounds(int first, int last, String firstLabel) {
        int step = 1;
        double[] whole = {1, 2, 5, 10, 20, 25, 50};
        double factor = 1;
        search:
        while (true) {
            for (double w : whole) {
                step = (int) (w * factor);
                if ((last - first) / step + 1 <= MOST) {
                    break search;
                }
            }
            factor *= 100;
        }
        List<Double> ticks = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int r = first; r <= last; r += step) {
            ticks.add((double) r);
            labels.add(r == first ? firstLabel : String.valueOf(r));
        }
        return new AxisScale(first, Math.max(last, first + 1), false, array(ticks), labels);
    }

    /// A linear axis over [low, high] with round ticks; the ends are moved to quarter steps, so
    /// that the axis does not move with every new value.
    static AxisScale linear(double low, double high, boolean fixLow, boolean fixHigh) {
        double bottom = low;
        double top = high;
        if (!Double.isFinite(low) || !Double.isFinite(high) || high - low > Double.MAX_VALUE / 4) {
            bottom = 0;
            top = 1;
        } else if (!(high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high)))) {
            double around = low == 0 ? 1 : Math.abs(low) * 0.1;
            bottom = fixLow ? low : low - around;
            top = high + around;
        }
        double step = step(top - bottom);
        double grain = step / 4;
        double min = fixLow ? bottom : Math.floor(bottom / grain + 1e-9) * grain;
        double max = fixHigh ? top : Math.ceil(top / grain - 1e-9) * grain;
        step = step(max - min);
        List<Double> ticks = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (long i = (long) Math.ceil(min / step - 1e-9); i * step <= max + 1e-9 * step; i++) {
            ticks.add(i * step);
            labels.add(text(i * step, step));
        }
        return new AxisScale(min, max, false, array(ticks), labels);
    }

    /// The axis of every share: from nothing to all.
    static AxisScale shares() {
        return new AxisScale(0, 1, false, new double[] {0, 0.5, 1}, List.of("0%", "50%", "100%"));
    }

    private static double step(double range) {
        double factor = Math.pow(10, Math.floor(Math.log10(range / MOST)));
        while (true) {
            for (double m : MANTISSAS) {
                if (range / (m * factor) < MOST - 0.5) {
                    return m * factor;
                }
            }
            factor *= 10;
        }
    }

    /// A logarithmic axis with ticks at 1, 2, 5 times powers of ten where they fit, else at 1 and
    /// 5, 1, or every few powers; the ends are moved to eighths of a power of ten.
    static AxisScale log(double low, double high) {
        double bottom = Double.isFinite(low) && low > 0 ? low : 0.1;
        double top = Double.isFinite(high) && high > 0 ? Math.max(high, bottom) : 10 * bottom;
        double min = Math.pow(10, Math.floor(8 * (Math.log10(bottom) - 0.02)) / 8);
        double max = Math.pow(10, Math.ceil(8 * (Math.log10(top) + 0.02)) / 8);
        // At least a factor of four, downwards, where a loss is expected to go.
        if (max / min < 3.9) {
            min = max / 4;
        }
        List<Double> ticks = logTicks(min, max);
        return new AxisScale(
                min, max, true, array(ticks), ticks.stream().map(Ticks::logText).toList());
    }

    static List<Double> logTicks(double min, double max) {
        double[][] choices = {{1, 2, 5}, {1, 3}, {1}};
        int lowPower = (int) Math.floor(Math.log10(min)) - 1;
        int highPower = (int) Math.ceil(Math.log10(max)) + 1;
        for (int every = 1; ; every++) {
            for (double[] choice : every == 1 ? choices : new double[][] {{1}}) {
                List<Double> ticks = new ArrayList<>();
                for (int p = lowPower; p <= highPower; p++) {
                    for (double m : choice) {
                        double tick = Double.parseDouble(m + "e" + p);
                        if (Math.floorMod(p, every) == 0
                                && tick >= min * (1 - 1e-9)
                                && tick <= max * (1 + 1e-9)) {
                            ticks.add(tick);
                        }
                    }
                }
                if (ticks.size() <= MOST) {
                    return ticks;
                }
            }
        }
    }

    private static String logText(double value) {
        if (value >= 0.001 && value < 1e5) {
            String text = String.format(Locale.ROOT, "%.3f", value);
            return text.replaceAll("\\.?0+$", "");
        }
        return String.format(Locale.ROOT, "%.0e", value)
                .replace("e-0", "e\u2212")
                .replace("e-", "e\u2212")
                .replace("e+0", "e")
                .replace("e+", "e");
    }

    private static String text(double value, double step) {
        double size = Math.max(Math.abs(value), step);
        if (size >= 1e5 || step < 1e-5) {
            return Numbers.shortText(value);
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        double scaled = step * Math.pow(10, decimals);
        if (Math.abs(scaled - Math.rint(scaled)) > 1e-6) {
            decimals++;
        }
        return String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0)
                .replace('-', '\u2212');
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
