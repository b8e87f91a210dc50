package org.fedarium.privacy;

import org.fedarium.catalog.BadInput;
import org.fedarium.math.RandomStream;

/// Whole numbers modulo R = 2^bits, in which masked vectors are added. A sum comes out exactly as
/// long as it is below R.
///
/// @param bits 1 to 62; 32 in Flower
public record MaskRing(int bits) {
    public MaskRing {
        if (bits < 1 || bits > 62) {
            throw new IllegalArgumentException("bits must be 1 to 62: " + bits);
        }
    }

    /// R.
    public long modulus() {
        return 1L << bits;
    }

    /// The remainder, 0 to R - 1, also of a negative number.
    public long reduce(long value) {
        return value & (modulus() - 1);
    }

    /// sum += sign * other, entry by entry.
    public void add(long[] sum, int sign, long[] other) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = reduce(sum[i] + sign * other[i]);
        }
    }

    /// sum += sign * PRG(seed): numbers that look uniform in 0 to R - 1 to whoever lacks the seed.
    /// SplitMix64 stands for a cryptographic generator here.
    public void addMask(long[] sum, int sign, long seed) {
        RandomStream generator = new RandomStream(seed);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = reduce(sum[i] + sign * (generator.nextLong() >>> (64 - bits)));
        }
    }

    /// Refuses settings under which the sum of `clients` values up to `largest` might wrap around.
    public void checkRoom(int clients, long largest) {
        if (largest > (modulus() - 1) / clients) {
            throw BadInput.of(
                    "secure.room",
                    "secure aggregation: {0} clients with values up to {1} need a modulus above"
                            + " their product; 2^{2} is too small. Use more bits or fewer levels.",
                    clients,
                    largest,
                    bits);
        }
    }
}
