package org.fedarium.network;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.Arrays;
import java.util.List;

/// Only the k entries of largest magnitude are sent; the others arrive as 0. Without error feedback
/// small entries may never arrive.
///
/// s = top_k(p), p = e + Delta, e+ = p - s. Message: k (32 + ceil(log2 d)) bits, 32 d when k = d.
///
/// Stich, Cordonnier, Jaggi: Sparsified SGD with Memory, NeurIPS 2018. Among equal magnitudes the
/// first entries are kept.
public final class TopK implements Compressor {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "compression",
                "top-k",
                "Top-k",
                "Only the largest entries of an update are sent, with their positions.",
                "s = top_k(e + Δ), e⁺ = e + Δ − s",
                "Stich, Cordonnier, Jaggi, Sparsified SGD with Memory, NeurIPS 2018",
                List.of(
                        Encoding.share(),
                        Encoding.errorFeedback(
                                true, "Clients add what was left out to their next update.")));
    }

    @Override
    public long compress(double[] update, Values values, RandomStream stream) {
        int kept = Encoding.count(update.length, values.real("share"));
        keepLargest(update, kept);
        return Encoding.sparseBytes(update.length, kept);
    }

    static void keepLargest(double[] v, int kept) {
        double[] sorted = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            sorted[i] = Math.abs(v[i]);
        }
        Arrays.sort(sorted);
        double threshold = sorted[v.length - kept];
        int above = 0;
        for (int i = v.length - kept; i < v.length; i++) {
            above += sorted[i] > threshold ? 1 : 0;
        }
        int ties = kept - above;
        for (int i = 0; i < v.length; i++) {
            double magnitude = Math.abs(v[i]);
            if (magnitude < threshold || magnitude == threshold && ties-- <= 0) {
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
