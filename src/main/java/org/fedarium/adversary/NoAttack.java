package org.fedarium.adversary;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// Every client is honest.
public final class NoAttack implements Attack {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "adversary", "none", "None", "Every client is honest.", "", "", List.of());
    }

    @Override
    public void corrupt(double[] update, Values values, RandomStream stream) {
        // Nothing to do.
    }

    @Override
    public boolean isIdentity() {
        return true;
    }
}
