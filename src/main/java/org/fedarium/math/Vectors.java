package org.fedarium.math;

/// Kernels on flat arrays. Loops over one index of whole arrays, which the JIT turns into vector
/// instructions; reductions use four fixed accumulators, so their order never depends on the
/// machine.
public final class Vectors {
    private Vectors() {}

    /// sum_i a[i] b[i] over `length` entries from the offsets.
    public static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[aFrom + i] * b[bFrom + i];
            s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
            s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
            s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[aFrom + i] * b[bFrom + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    public static double dot(double[] a, double[] b) {
        return dot(a, 0, b, 0, a.length);
    }

    /// Euclidean norm.
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /// Euclidean distance.
    public static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /// y += c x.
    public static void add(double[] y, double c, double[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] += c * x[i];
        }
    }

    /// y *= c.
    public static void scale(double[] y, double c) {
        for (int i = 0; i < y.length; i++) {
            y[i] *= c;
        }
    }

    /// a - b, new.
    public static double[] minus(double[] a, double[] b) {
        double[] d = new double[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
        }
        return d;
    }

    /// Cosine of the angle; NaN when either vector is zero, because it has no direction.
    public static double cosine(double[] a, double[] b) {
        double lengths = norm(a) * norm(b);
        return lengths > 0 ? Math.max(-1, Math.min(1, dot(a, b) / lengths)) : Double.NaN;
    }

    public static boolean allFinite(double[] a) {
        // A sum is finite only if every term is (or terms overflow, which counts as diverged too).
        double sum = 0;
        for (double v : a) {
            sum += v * 0;
        }
        return sum == 0;
    }
}
