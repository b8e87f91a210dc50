package org.fedarium.network;

import org.fedarium.catalog.ParameterSpec;

/// What compressors share: bits of a message, and two parameters. A number is counted as a 32-bit
/// float, the customary payload; the simulation itself keeps double precision.
final class Encoding {
    static final int FLOAT_BITS = 32;

    private Encoding() {}

    static ParameterSpec share() {
        return ParameterSpec.logReal(
                "share",
                "Share sent",
                1e-4,
                1,
                0.1,
                "Share of the entries that are sent, at least one entry.");
    }

    static ParameterSpec errorFeedback(boolean byDefault, String help) {
        return ParameterSpec.flag("errorFeedback", "Error feedback", byDefault, help);
    }

    /// k = share d, rounded, at least 1.
    static int count(int size, double share) {
        return (int) Math.max(1, Math.round(share * size));
    }

    /// ceil(log2 n) for n >= 1: bits that tell n things apart.
    static int bitsFor(long n) {
        return 64 - Long.numberOfLeadingZeros(n - 1);
    }

    /// k numbers with their positions among d; all numbers need no positions.
    static long sparseBytes(int size, int kept) {
        long each = kept == size ? FLOAT_BITS : FLOAT_BITS + bitsFor(size);
        return bytes(kept * each);
    }

    static long bytes(long bits) {
        return (bits + 7) / 8;
    }
}
