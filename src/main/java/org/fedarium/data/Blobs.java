package org.fedarium.data;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

/// Round clouds of points in the plane, one per class, around equally spaced places of a circle.
///
/// x = 2 (cos a, sin a) + sigma e, a = 2 pi c / C for class c = 0..C-1, e ~ N(0, I).
///
/// Lines separate the classes as well as anything can, so softmax regression is the right model.
public final class Blobs implements DataSource {
    private static final double RADIUS = 2;

    static ParameterSpec examples() {
        return ParameterSpec.integer("examples", "Examples", 10, 100_000, 1000, "How many rows.")
                .unit("examples");
    }

    static ParameterSpec classes(int most, int standard) {
        return ParameterSpec.integer(
                "classes", "Classes", 2, most, standard, "How many different classes.");
    }

    static ParameterSpec noise(double standard) {
        return ParameterSpec.real(
                "noise", "Noise σ", 0, 2, standard, "Deviation of both coordinates.");
    }

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "data",
                "blobs",
                "Blobs (2-D)",
                "Made-up clouds of points around a circle, one for each class.",
                "x = 2 (cos a, sin a) + σ ε, a = 2π c / C",
                "",
                Preparation.after(examples(), classes(10, 4), noise(0.6)));
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
                "blobs",
                "Blobs (2-D)",
                values.integer("examples"),
                classes,
                values.real("noise"),
                stream,
                (c, draws, out) -> Plane.polar(RADIUS, 2 * Math.PI * c / classes, out));
    }
}
