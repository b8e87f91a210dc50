package org.fedarium.math;

/// Distributions drawn from a [RandomStream] with StrictMath only.
public final class Samplers {
    private Samplers() {}

    /// Standard normal, by the polar method of Marsaglia (the second value is not kept, so that a
    /// draw depends on nothing but the stream's position).
    public static double gaussian(RandomStream stream) {
        while (true) {
            double u = 2 * stream.nextOpenDouble() - 1;
            double v = 2 * stream.nextOpenDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /// Logarithm of a Gamma(shape, 1) draw. Marsaglia and Tsang (2000); for shape below 1 the boost
    /// G(a) = G(a + 1) U^(1/a), kept as a logarithm because it underflows for small shapes.
    public static double logGamma(RandomStream stream, double shape) {
        if (!(shape > 0)) {
            throw new IllegalArgumentException("shape must be positive: " + shape);
        }
        if (shape < 1) {
            double boosted = logGamma(stream, shape + 1);
            return boosted + StrictMath.log(stream.nextOpenDouble()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian(stream);
            double t = 1 + c * x;
            if (t <= 0) {
                continue;
            }
            double v = t * t * t;
            double u = stream.nextOpenDouble();
            if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return StrictMath.log(d) + StrictMath.log(v);
            }
        }
    }

    /// A draw from Dirichlet(concentration). Entries with concentration 0 get probability 0; the
    /// others are exponentiated relative to the largest, so no draw can be all zeros.
    public static double[] dirichlet(RandomStream stream, double[] concentration) {
        int n = concentration.length;
        double[] p = new double[n];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            p[i] =
                    concentration[i] > 0
                            ? logGamma(stream, concentration[i])
                            : Double.NEGATIVE_INFINITY;
            largest = Math.max(largest, p[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            p[i] = StrictMath.exp(p[i] - largest);
            sum += p[i];
        }
        for (int i = 0; i < n; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /// `m` different items of {0, ..., n - 1}, every subset equally likely, in increasing order.
    public static int[] withoutReplacement(RandomStream stream, int n, int m) {
        int[] all = stream.permutation(n);
        int[] chosen = java.util.Arrays.copyOf(all, m);
        java.util.Arrays.sort(chosen);
        return chosen;
    }
}
