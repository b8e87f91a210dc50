package org.fedarium.ui.setup;

import org.fedarium.catalog.Domain;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Maps a number's range onto a slider from 0 to 1, linear or logarithmic, and picks values that
/// people would write down.
///
/// @param min     value at 0
/// @param max     value at 1
/// @param log     equal distances are equal factors
/// @param whole   only whole numbers
/// @param reverse large values left
record SliderScale(double min, double max, boolean log, boolean whole, boolean reverse) {
    /// Ranges of whole numbers above this are typed, not dragged.
    private static final double LONGEST_LINEAR = 1000;

    private static final double NOTCHES = 100;
    private static final int MOST_CAPTIONS = 5;

    /// The scale of a numeric domain; null for other domains and for ranges too wide to drag.
    static @Nullable SliderScale of(Domain domain, boolean reverse) {
        return switch (domain) {
            case Domain.Reals r ->
                    usable(r.min(), r.max(), r.scale())
                            ? new SliderScale(r.min(), r.max(), isLog(r.scale()), false, reverse)
                            : null;
            case Domain.Integers i ->
                    usable(i.min(), i.max(), i.scale())
                            ? new SliderScale(i.min(), i.max(), isLog(i.scale()), true, reverse)
                            : null;
            default -> null;
        };
    }

    private static boolean isLog(Domain.Scale scale) {
        return scale == Domain.Scale.LOG;
    }

    private static boolean usable(double min, double max, Domain.Scale scale) {
        return isLog(scale) ? min > 0 : max - min <= LONGEST_LINEAR;
    }

    double position(double value) {
        double v = Math.max(min, Math.min(max, value));
        double t = log ? Math.log(v / min) / Math.log(max / min) : (v - min) / (max - min);
        return reverse ? 1 - t : t;
    }

    double value(double position) {
        double t = reverse ? 1 - position : position;
        double raw = log ? min * Math.pow(max / min, t) : min + (max - min) * t;
        return Math.max(min, Math.min(max, nice(raw)));
    }

    /// The value some notches away: a factor or a step, never none.
    double step(double value, int notches) {
        int direction = reverse ? -notches : notches;
        double moved = value(position(value) + notches / NOTCHES);
        boolean stuck = whole && Math.abs(moved - value) < 1;
        return Math.max(min, Math.min(max, stuck ? Math.rint(value) + direction : moved));
    }

    private double nice(double raw) {
        if (whole) {
            return Math.rint(raw);
        }
        double size = log ? Math.abs(raw) / 10 : (max - min) / NOTCHES;
        if (size <= 0) {
            return raw;
        }
        double digit = Math.pow(10, Math.floor(Math.log10(size) + 1e-9));
        // Dividing by a whole power keeps 0.03 from becoming 0.030000000000000002.
        return digit >= 1
                ? Math.rint(raw / digit) * digit
                : Math.rint(raw / digit) / Math.rint(1 / digit);
    }

    /// At most five powers of ten, evenly spread over a range that begins and ends at one; else
    /// nothing.
    List<Double> decades() {
        List<Double> values = new ArrayList<>();
        if (!log || !isPowerOfTen(min) || !isPowerOfTen(max)) {
            return values;
        }
        long first = Math.round(Math.log10(min));
        long last = Math.round(Math.log10(max));
        long every = 1;
        while ((last - first) / every > MOST_CAPTIONS - 1 || (last - first) % every != 0) {
            every++;
        }
        for (long e = first; e <= last; e += every) {
            values.add(Math.pow(10, e));
        }
        return values;
    }

    private static boolean isPowerOfTen(double v) {
        double e = Math.log10(v);
        return Math.abs(e - Math.rint(e)) < 1e-9;
    }
}
