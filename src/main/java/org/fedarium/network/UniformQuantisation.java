package org.fedarium.network;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// Every entry becomes a whole number of 8 or 16 bits, in equal steps up to the largest magnitude.
///
/// step = max |p| / (2^(bits-1) - 1), s_i = step round(p_i / step). Nearest: error at most half a
/// step. Stochastic: up with the probability of the fraction, right on average. Message: 32 + bits
/// d bits.
///
/// Stochastic rounding as in Konecny et al.: Federated Learning: Strategies for Improving
/// Communication Efficiency, arXiv 1610.05492, 2016, section 3 (there between minimum and maximum;
/// here symmetric, so that 0 stays 0).
public final class UniformQuantisation implements Compressor {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "compression",
                "quantise",
                "8 or 16 bits",
                "Every entry is rounded to a whole number of 8 or 16 bits.",
                "s_i = h round(p_i / h), h = max |p| / (2^(bits−1) − 1)",
                "Konečný et al., Federated Learning: Strategies for Improving Communication"
                        + " Efficiency, arXiv 1610.05492, 2016",
                List.of(
                        ParameterSpec.choice(
                                "bits", "Bits", List.of("8", "16"), "8", "Bits for each entry."),
                        ParameterSpec.choice(
                                "rounding",
                                "Rounding",
                                List.of("stochastic", "nearest"),
                                "stochastic",
                                "stochastic is right on average; nearest has the smaller error."),
                        Encoding.errorFeedback(
                                false, "Clients add what was left out to their next update.")));
    }

    @Override
    public long compress(double[] update, Values values, RandomStream stream) {
        int bits = Integer.parseInt(values.text("bits"));
        boolean stochastic = values.text("rounding").equals("stochastic");
        quantise(update, bits, stochastic, stream);
        return Encoding.bytes(Encoding.FLOAT_BITS + (long) bits * update.length);
    }

    static void quantise(double[] v, int bits, boolean stochastic, RandomStream stream) {
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        double step = largest / ((1 << (bits - 1)) - 1);
        if (step == 0) {
            return;
        }
        for (int i = 0; i < v.length; i++) {
            double place = v[i] / step;
            double threshold = stochastic ? stream.nextDouble() : 0.5;
            double low = Math.floor(place);
            v[i] = step * (threshold < place - low ? low + 1 : low);
        }
    }

    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public boolean remembers(Values values) {
        return values.flag("errorFeedback");
    }
}
