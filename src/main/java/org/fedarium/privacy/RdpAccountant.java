package org.fedarium.privacy;

import org.fedarium.privacy.SampledGaussian.Fractional;

/// Adds up the privacy loss of a run: one Renyi-DP value per order, summed over steps that may
/// differ in sampling rate and noise, and turned into (epsilon, delta). Immutable, so that a run, a
/// fork and a step back each keep their own; settings that change mid-run add up, nothing restarts.
///
/// RDP of independent mechanisms adds up order by order: Mironov: Renyi Differential Privacy, CSF
/// 2017, Proposition 1. Unit of privacy: one client, all its examples in all rounds.
public final class RdpAccountant {
    /// Below this order the improved conversion loses its digits and is never the best.
    private static final double LEAST_ORDER_IMPROVED = 1.01;

    private final double[] orders;
    private final double[] rdp;
    private final Fractional fractional;

    /// How an RDP value becomes (epsilon, delta).
    public enum Conversion {
        /// eps = rdp + ln((a-1)/a) - (ln delta + ln a) / (a-1). Canonne, Kamath, Steinke: The
        /// Discrete Gaussian for Differential Privacy, NeurIPS 2020, Proposition 12; Balle et al.,
        /// AISTATS 2020.
        IMPROVED,
        /// eps = rdp - ln delta / (a-1). Mironov, CSF 2017, Proposition 3: larger, up to 20%.
        CLASSIC
    }

    /// @param epsilon at least 0; infinity when nothing can be promised
    /// @param order   the Renyi order that gave the smallest epsilon
    public record Guarantee(double epsilon, double delta, double order) {}

    private RdpAccountant(double[] orders, double[] rdp, Fractional fractional) {
        this.orders = orders;
        this.rdp = rdp;
        this.fractional = fractional;
    }

    /// Nothing spent.
    ///
    /// @param orders Renyi orders of at least 1; order 1 is usable for [#withRdp] only
    public static RdpAccountant with(double[] orders, Fractional fractional) {
        for (double order : orders) {
            if (!(order >= 1)) {
                throw new IllegalArgumentException("An order below 1: " + order);
            }
        }
        return new RdpAccountant(orders.clone(), new double[orders.length], fractional);
    }

    /// The defaults: dp_accounting's orders, the series as published.
    public static RdpAccountant standard() {
        return with(OrderSet.DP_ACCOUNTING.orders(), Fractional.SIGNED);
    }

    /// RDP of one step of the Poisson-sampled Gaussian mechanism, for each order. It takes some
    /// milliseconds: a caller that adds the same step round after round keeps it for [#withRdp].
    ///
    /// @param q sampling probability of a client
    /// @param z noise multiplier
    public double[] oneStep(double q, double z) {
        double[] one = new double[orders.length];
        for (int i = 0; i < one.length; i++) {
            // The limit at order 1 is not needed for epsilon; infinity is a valid bound.
            one[i] =
                    orders[i] == 1
                            ? Double.POSITIVE_INFINITY
                            : SampledGaussian.rdp(q, z, orders[i], fractional);
        }
        return one;
    }

    /// After `steps` more such steps.
    public RdpAccountant plus(double q, double z, long steps) {
        if (steps == 0) {
            return this;
        }
        double[] more = oneStep(q, z);
        for (int i = 0; i < more.length; i++) {
            more[i] *= steps;
        }
        return withRdp(more);
    }

    /// After another mechanism with these RDP values, one for each order.
    public RdpAccountant withRdp(double[] more) {
        double[] sum = rdp.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        return new RdpAccountant(orders, sum, fractional);
    }

    public double[] orders() {
        return orders.clone();
    }

    public double[] rdp() {
        return rdp.clone();
    }

    /// The smallest epsilon that the orders allow.
    ///
    /// @param delta above 0, below 1; it should be well below 1 / clients
    public Guarantee epsilon(double delta, Conversion conversion) {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("Need 0 < delta < 1: " + delta);
        }
        double best = Double.POSITIVE_INFINITY;
        double bestOrder = Double.NaN;
        for (int i = 0; i < orders.length; i++) {
            double epsilon = convert(rdp[i], orders[i], delta, conversion);
            if (epsilon < best) {
                best = epsilon;
                bestOrder = orders[i];
            }
        }
        return new Guarantee(Math.max(0, best), delta, bestOrder);
    }

    private static double convert(double rdp, double a, double delta, Conversion conversion) {
        double logDelta = StrictMath.log(delta);
        if (conversion == Conversion.CLASSIC) {
            return a == 1 ? Double.POSITIVE_INFINITY : rdp - logDelta / (a - 1);
        }
        // RDP bounds the KL divergence, and delta <= sqrt(1 - exp(-KL)): epsilon 0 may be enough.
        if (delta * delta + StrictMath.expm1(-rdp) > 0) {
            return 0;
        }
        if (a <= LEAST_ORDER_IMPROVED) {
            return Double.POSITIVE_INFINITY;
        }
        return rdp + StrictMath.log1p(-1 / a) - (logDelta + StrictMath.log(a)) / (a - 1);
    }
}
