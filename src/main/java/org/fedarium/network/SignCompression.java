package org.fedarium.network;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// Only the sign of every entry is sent, with one common length for all of them, or with none:
/// then the updates are votes, to be combined by majority vote.
///
/// s = (||p||_1 / d) sgn(p), p = e + Delta, e+ = p - s; or s = sgn(Delta). sgn(0) = 0. Message: d
/// bits; d more when an entry is exactly 0, to tell which; 32 more for the length.
///
/// Bernstein, Wang, Azizzadenesheli, Anandkumar: signSGD, ICML 2018; with length and error
/// feedback: Karimireddy, Rebjock, Stich, Jaggi: Error Feedback Fixes SignSGD, ICML 2019.
public final class SignCompression implements Compressor {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "compression",
                "sign",
                "Signs",
                "Only the sign of every entry is sent, with one length for all or with none.",
                "s = (‖p‖₁ / d) sgn(p), p = e + Δ, e⁺ = p − s; or s = sgn(Δ)",
                "Karimireddy et al., Error Feedback Fixes SignSGD and other Gradient Compression"
                        + " Schemes, ICML 2019; Bernstein et al., signSGD, ICML 2018",
                List.of(
                        ParameterSpec.choice(
                                "length",
                                "Length",
                                List.of("mean", "one"),
                                "mean",
                                "mean: the mean magnitude is sent too; one: signs alone, votes for"
                                        + " the majority vote."),
                        Encoding.errorFeedback(
                                true,
                                "Clients add what was left out to their next update; votes have"
                                        + " no memory.")));
    }

    @Override
    public long compress(double[] update, Values values, RandomStream stream) {
        boolean mean = values.text("length").equals("mean");
        boolean zeros = false;
        double sum = 0;
        for (double v : update) {
            sum += Math.abs(v);
            zeros |= v == 0;
        }
        double length = mean ? sum / update.length : 1;
        for (int i = 0; i < update.length; i++) {
            update[i] = length * Math.signum(update[i]);
        }
        long bits = (zeros ? 2L : 1L) * update.length;
        return Encoding.bytes(bits + (mean ? Encoding.FLOAT_BITS : 0));
    }

    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public boolean remembers(Values values) {
        return values.flag("errorFeedback") && values.text("length").equals("mean");
    }
}
