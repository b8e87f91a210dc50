package org.fedarium.data;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

/// Two half circles in the plane that reach into each other.
///
/// Class 1: (cos t, sin t), class 2: (1 - cos t, 1/2 - sin t), t uniform in [0, pi), plus sigma e,
/// e ~ N(0, I). (scikit-learn's `make_moons` spaces t evenly instead.)
///
/// No line separates them: a perceptron does, softmax regression does not.
public final class Moons implements DataSource {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "data",
                "moons",
                "Moons (2-D)",
                "Made-up points on two half circles that reach into each other.",
                "(cos t, sin t) or (1 − cos t, ½ − sin t), + σ ε, t ∈ [0, π)",
                "",
                Preparation.after(Blobs.examples(), Blobs.noise(0.15)));
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
        return Plane.dataset(
                "moons",
                "Moons (2-D)",
                values.integer("examples"),
                2,
                values.real("noise"),
                stream,
                (c, draws, out) -> {
                    Plane.polar(1, Math.PI * draws.nextDouble(), out);
                    out[0] = c == 0 ? out[0] : 1 - out[0];
                    out[1] = c == 0 ? out[1] : 0.5 - out[1];
                });
    }
}
