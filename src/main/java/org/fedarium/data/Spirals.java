package org.fedarium.data;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

/// Arms of a spiral around the origin of the plane, one per class.
///
/// x = t (cos a, sin a) + sigma e, a = 2 pi (w t + c / C) for class c = 0..C-1 with w turns, t
/// uniform in [0, 1), e ~ N(0, I).
///
/// The hardest of the two-dimensional sets: with more turns a perceptron needs more hidden units.
public final class Spirals implements DataSource {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "data",
                "spirals",
                "Spirals (2-D)",
                "Made-up points on the arms of a spiral, one arm for each class.",
                "x = t (cos a, sin a) + σ ε, a = 2π (w t + c / C), t ∈ [0, 1)",
                "",
                Preparation.after(
                        Blobs.examples(),
                        Blobs.classes(5, 2),
                        Blobs.noise(0.03),
                        ParameterSpec.real(
                                "turns", "Turns w", 0.1, 4, 1, "How often each arm goes round.")));
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
        double turns = values.real("turns");
        return Plane.dataset(
                "spirals",
                "Spirals (2-D)",
                values.integer("examples"),
                classes,
                values.real("noise"),
                stream,
                (c, draws, out) -> {
                    double t = draws.nextDouble();
                    Plane.polar(t, 2 * Math.PI * (turns * t + (double) c / classes), out);
                });
    }
}
