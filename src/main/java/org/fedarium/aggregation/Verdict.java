package org.fedarium.aggregation;

/// What a rule did with one client's update.
///
/// @param factor 1 when it counts fully, 0 when rejected; when clipped, what its length was
///     multiplied by; when down-weighted, what its weight was multiplied by, which for rules that
///     choose values is its share of the result over its share in the mean
public record Verdict(Kind kind, double factor) {
    public enum Kind {
        COUNTED,
        CLIPPED,
        DOWN_WEIGHTED,
        REJECTED
    }

    public static final Verdict COUNTED = new Verdict(Kind.COUNTED, 1);
    public static final Verdict REJECTED = new Verdict(Kind.REJECTED, 0);

    // Shares are sums of rounded numbers; a difference of this size is none.
    private static final double ROUNDING = 1e-9;

    static Verdict clipped(double factor) {
        return factor < 1 ? new Verdict(Kind.CLIPPED, factor) : COUNTED;
    }

    /// By a factor from 0 (rejected) to 1 (counts fully).
    static Verdict weighted(double factor) {
        if (factor == 0) {
            return REJECTED;
        }
        return factor < 1 - ROUNDING ? new Verdict(Kind.DOWN_WEIGHTED, factor) : COUNTED;
    }

    /// By comparing each share with the one in the mean.
    static Verdict[] of(double[] shares, double[] inTheMean) {
        Verdict[] verdicts = new Verdict[shares.length];
        for (int i = 0; i < verdicts.length; i++) {
            verdicts[i] = weighted(shares[i] / inTheMean[i]);
        }
        return verdicts;
    }
}
