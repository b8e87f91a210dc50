package org.fedarium.algorithm;

import org.fedarium.catalog.Catalog;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;

import java.util.List;

/// A fixed number of clients, drawn without replacement: m = max(floor(C K), 1).
///
/// McMahan et al., AISTATS 2017, Algorithm 1.
public final class FixedSizeParticipation implements Participation {
    public static final Catalog<Participation> ALL =
            new Catalog<>("participation", List.of(new FixedSizeParticipation()));

    // Lets 0.29 of 100 clients be 29 although 0.29 * 100 is slightly below 29 in binary.
    private static final double ROUNDING = 1e-9;

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "participation",
                "fixed-size",
                "A fixed number of clients",
                "The same number of clients every round, drawn without replacement.",
                "m = max(⌊C K⌋, 1)",
                "McMahan et al., AISTATS 2017",
                List.of(
                        ParameterSpec.real(
                                        "fraction",
                                        "Participation",
                                        0,
                                        1,
                                        1,
                                        "Share C of all clients that take part in a round.")
                                .in(new Domain.Reals(0, 1, true, Domain.Scale.LINEAR))));
    }

    /// The cohort's size for K clients.
    public static int size(int clients, double fraction) {
        return Math.max(1, (int) Math.floor(fraction * clients + ROUNDING));
    }

    @Override
    public int[] select(int clients, Values values, RandomStream stream) {
        int m = Math.min(clients, size(clients, values.real("fraction")));
        return Samplers.withoutReplacement(stream, clients, m);
    }
}
