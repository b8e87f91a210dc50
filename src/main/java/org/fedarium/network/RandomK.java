package org.fedarium.network;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;

import java.util.List;

/// k entries at random are sent; the others arrive as 0. Scaled by d / k the mean is right and the
/// variance is (d / k - 1) ||v||^2; with error feedback entries are sent as they are, and what was
/// left out comes later.
///
/// Stich, Cordonnier, Jaggi: Sparsified SGD with Memory, NeurIPS 2018; unbiased: Wangni et al.,
/// NeurIPS 2018. Positions are counted like those of top-k: k (32 + ceil(log2 d)) bits. (Both ends
/// could draw them from a common seed instead.)
public final class RandomK implements Compressor {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "compression",
                "random-k",
                "Random-k",
                "Some entries of an update, drawn at random, are sent with their positions.",
                "s_i = (d/k) Δ_i for k random i, else 0",
                "Wangni et al., Gradient Sparsification for Communication-Efficient Distributed"
                        + " Optimization, NeurIPS 2018",
                List.of(
                        Encoding.share(),
                        Encoding.errorFeedback(
                                false,
                                "Entries are sent unscaled, and clients add what was left out to"
                                        + " their next update.")));
    }

    @Override
    public long compress(double[] update, Values values, RandomStream stream) {
        int kept = Encoding.count(update.length, values.real("share"));
        boolean scaled = !values.flag("errorFeedback");
        keepRandom(update, kept, scaled, stream);
        return Encoding.sparseBytes(update.length, kept);
    }

    static void keepRandom(double[] v, int kept, boolean scaled, RandomStream stream) {
        double scale = scaled ? (double) v.length / kept : 1;
        int[] chosen = Samplers.withoutReplacement(stream, v.length, kept);
        int next = 0;
        for (int i = 0; i < v.length; i++) {
            if (next < kept && chosen[next] == i) {
                v[i] *= scale;
                next++;
            } else {
                v[i] = 0;
            }
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
