package org.fedarium.data;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

/// Circles around the origin of the plane, one in the other, one per class.
///
/// x = r (cos t, sin t) + sigma e, r = (c + 1) / C for class c = 0..C-1, t uniform in [0, 2 pi),
/// e ~ N(0, I).
///
/// A linear model can do no better than guess.
public final class Rings implements DataSource {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "data",
                "rings",
                "Rings (2-D)",
                "Made-up points on circles, one in the other.",
                "x = r (cos t, sin t) + σ ε, r = (c + 1) / C, t ∈ [0, 2π)",
                "",
                Preparation.after(Blobs.examples(), Blobs.classes(5, 2), Blobs.noise(0.08)));
    }

    @Override
    public @Nullable Task task() {
        return Task.CLASSIFICATION;
    }

    @Override
    public boolean mayHaveClients() {
        return false;
    }

    @Override
    public Dataset load(Values values, DataFiles files, RandomStream stream) {
        int classes = values.integer("classes");
        return Plane.dataset(
                "rings",
                "Rings (2-D)",
                values.integer("examples"),
                classes,
                values.real("noise"),
                stream,
                (c, draws, out) ->
                        Plane.polar((c + 1.0) / classes, 2 * Math.PI * draws.nextDouble(), out));
    }
}
