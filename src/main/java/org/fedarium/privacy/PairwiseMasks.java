package org.fedarium.privacy;

/// Masks that two clients share and that cancel in the sum: the one with the lower number adds, the
/// other subtracts the same numbers.
///
/// Bonawitz et al.: Practical Secure Aggregation for Privacy-Preserving Machine Learning, CCS 2017,
/// section 4. Which of the two adds is arbitrary, as long as they disagree.
public final class PairwiseMasks {
    private PairwiseMasks() {}

    /// Adds client `own`'s side of the mask that it shares with `other`.
    public static void add(long[] y, int own, int other, long seed, MaskRing ring) {
        ring.addMask(y, sign(own, other), seed);
    }

    /// Takes `own`'s side off again.
    public static void remove(long[] y, int own, int other, long seed, MaskRing ring) {
        ring.addMask(y, -sign(own, other), seed);
    }

    private static int sign(int own, int other) {
        if (own == other) {
            throw new IllegalArgumentException("A client has no mask with itself: " + own);
        }
        return own < other ? 1 : -1;
    }
}
