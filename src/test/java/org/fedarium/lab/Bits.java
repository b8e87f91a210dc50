package org.fedarium.lab;

import org.fedarium.simulation.StepRecord;

import java.nio.ByteBuffer;

/// A step as its bits, so that equal means equal in every bit.
final class Bits {
    private Bits() {}

    static byte[] of(StepRecord step) {
        ByteBuffer buffer = ByteBuffer.allocate(StepCodec.size(step));
        StepCodec.write(step, buffer);
        return buffer.array();
    }
}
