package org.fedarium.scene;

import java.util.Locale;

/// Numbers that belong together in the same form, so that they can be added by eye: as many decimal
/// places as give the largest of them five significant digits.
///
/// @param places decimal places, or -1 for powers of ten
public record Decimals(int places) {
    private static final int DIGITS = 5;
    private static final int MOST = 8;

    public static Decimals of(double... values) {
        double largest = 0;
        for (double value : values) {
            double size = Math.abs(value);
            largest = size < Double.POSITIVE_INFINITY ? Math.max(largest, size) : largest;
        }
        if (largest == 0) {
            return new Decimals(0);
        }
        int places = DIGITS - 1 - (int) Math.floor(Math.log10(largest));
        boolean fits = places <= MOST + 2 && places >= -3;
        return new Decimals(fits ? Math.clamp(places, 0, MOST) : -1);
    }

    public String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String text =
                places < 0
                        ? String.format(Locale.ROOT, "%.4e", value)
                        : String.format(Locale.ROOT, "%." + places + "f", value);
        // Rounded to nothing, a number has no sign.
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }

    /// ` + 0.3` or ` − 0.3`, to continue a sum.
    public String added(double value) {
        String text = text(value);
        return text.startsWith("−") ? " − " + text.substring(1) : " + " + text;
    }
}
