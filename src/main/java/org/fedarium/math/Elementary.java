package org.fedarium.math;

/// Elementary functions from plain arithmetic: the same bits everywhere, unlike `Math.exp`, and
/// faster than `StrictMath.exp`.
public final class Elementary {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    // Adding and subtracting 1.5 * 2^52 rounds to the nearest whole number.
    private static final double ROUND = 6755399441055744.0;

    private Elementary() {}

    /// e^x. Relative error below 4e-16 for normal results; 0 below -745, infinity above 709.78.
    public static double exp(double x) {
        if (!(x > -708.0)) {
            return x != x || x <= -745.2 ? (x != x ? x : 0.0) : StrictMath.exp(x);
        }
        if (x > 709.0) {
            return StrictMath.exp(x);
        }
        double k = (x * LOG2_E + ROUND) - ROUND;
        double r = (x - k * LN2_HIGH) - k * LN2_LOW;
        // Taylor's series to r^13 / 13!, |r| <= 0.347, grouped by Estrin to shorten the chain.
        double r2 = r * r;
        double r4 = r2 * r2;
        double r8 = r4 * r4;
        double a = (1 + r) + r2 * (0.5 + r * 0.16666666666666666);
        double b =
                (0.041666666666666664 + r * 0.008333333333333333)
                        + r2 * (0.001388888888888889 + r * 1.984126984126984e-4);
        double c =
                (2.48015873015873e-5 + r * 2.7557319223985893e-6)
                        + r2 * (2.755731922398589e-7 + r * 2.505210838544172e-8);
        double d = 2.08767569878681e-9 + r * 1.6059043836821613e-10;
        double series = (a + r4 * b) + r8 * (c + r4 * d);
        return series * Double.longBitsToDouble(((long) k + 1023) << 52);
    }
}
