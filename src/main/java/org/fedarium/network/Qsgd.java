package org.fedarium.network;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Vectors;

import java.util.List;

/// Every entry is rounded at random to one of s levels of the vector's length, so that the mean is
/// right.
///
/// v_i -> ||v||_2 sgn(v_i) xi_i, xi_i = l/s or (l+1)/s with l = floor(s |v_i| / ||v||), up with the
/// probability of the remaining fraction. Variance (||v|| / s)^2 sum p (1 - p), at most
/// min(d / s^2, sqrt(d) / s) ||v||^2. Message: 32 + d (1 + ceil(log2(s + 1))) bits.
///
/// Alistarh, Grubic, Li, Tomioka, Vojnovic: QSGD, NeurIPS 2017, section 3.1. One norm for the whole
/// vector (not one per layer), dense encoding (not Elias codes). No error feedback: with few levels
/// the error may be longer than the update, and a memory of it would grow.
public final class Qsgd implements Compressor {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "compression",
                "qsgd",
                "QSGD",
                "Every entry is rounded at random to one of a few levels, right on average.",
                "Δ_i → ‖Δ‖ sgn(Δ_i) ξ_i, ξ_i ∈ {0, 1/s, ..., 1}, E ξ_i = |Δ_i| / ‖Δ‖",
                "Alistarh et al., QSGD: Communication-Efficient SGD via Gradient Quantization and"
                        + " Encoding, NeurIPS 2017",
                List.of(
                        ParameterSpec.integer(
                                        "levels",
                                        "Levels s",
                                        1,
                                        65535,
                                        15,
                                        "Levels above 0; 15 need 5 bits an entry with the sign.")
                                .in(new Domain.Integers(1, 65535, Domain.Scale.LOG))));
    }

    @Override
    public long compress(double[] update, Values values, RandomStream stream) {
        int levels = values.integer("levels");
        quantise(update, levels, stream);
        return bytes(update.length, levels);
    }

    static long bytes(int size, int levels) {
        long each = 1 + Encoding.bitsFor(levels + 1L);
        return Encoding.bytes(Encoding.FLOAT_BITS + size * each);
    }

    static void quantise(double[] v, int levels, RandomStream stream) {
        double norm = Vectors.norm(v);
        if (norm == 0) {
            return;
        }
        for (int i = 0; i < v.length; i++) {
            double place = place(v[i], norm, levels);
            double low = Math.floor(place);
            double level = stream.nextDouble() < place - low ? low + 1 : low;
            v[i] = Math.signum(v[i]) * norm * level / levels;
        }
    }

    /// s |v| / ||v||: its whole part is the lower level, its fraction the probability of the upper.
    static double place(double v, double norm, int levels) {
        return Math.min(levels, levels * (Math.abs(v) / norm));
    }

    @Override
    public boolean isIdentity() {
        return false;
    }
}
