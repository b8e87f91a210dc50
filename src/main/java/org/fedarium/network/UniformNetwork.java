package org.fedarium.network;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

/// Equal devices on equal links: a transfer takes latency + bytes / bandwidth, training takes time
/// in proportion to the examples processed.
public final class UniformNetwork implements Network {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "network",
                "uniform",
                "Equal devices",
                "Every client has the same speed and the same link.",
                "transfer = latency + bytes / bandwidth; training = examples × time per example",
                "",
                Rules.parameters(
                        DeviceParameters.secondsPerExample(),
                        DeviceParameters.bandwidth(),
                        DeviceParameters.latency()));
    }

    @Override
    public Device device(Values values, RandomStream stream) {
        return DeviceParameters.device(values);
    }
}
