package org.fedarium.network;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// Every parameter travels as a 32-bit float's worth of bytes, the customary payload size; the
/// values themselves keep double precision.
public final class NoCompression implements Compressor {
    static final int BYTES_PER_PARAMETER = 4;

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "compression",
                "none",
                "None",
                "Every parameter is sent; 4 bytes are counted for each.",
                "",
                "",
                List.of());
    }

    @Override
    public long compress(double[] update, Values values, RandomStream stream) {
        return (long) update.length * BYTES_PER_PARAMETER;
    }

    @Override
    public boolean isIdentity() {
        return true;
    }
}
