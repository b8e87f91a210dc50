package org.fedarium.data;

import org.fedarium.catalog.Note;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;

import java.util.ArrayList;
import java.util.List;

/// What the two-dimensional synthetic sets share: classes of equal size, a rule for where a class's
/// point lies, Gaussian noise on both coordinates.
final class Plane {
    static final Note NOTE = Note.of("synthetic", "Synthetic data: the numbers are made up.");

    private Plane() {}

    /// Writes a point of a class, without noise, to out[0] and out[1].
    interface Shape {
        void point(int label, RandomStream stream, double[] out);
    }

    /// `n` examples, of class 0, 1, ..., 0, 1, ...
    static Dataset dataset(
            String id,
            String title,
            int n,
            int classes,
            double noise,
            RandomStream stream,
            Shape shape) {
        double[] x = new double[2 * n];
        int[] labels = new int[n];
        double[] point = new double[2];
        for (int i = 0; i < n; i++) {
            labels[i] = i % classes;
            shape.point(labels[i], stream, point);
            x[2 * i] = point[0] + noise * Samplers.gaussian(stream);
            x[2 * i + 1] = point[1] + noise * Samplers.gaussian(stream);
        }
        return new Dataset(
                id,
                title,
                Task.CLASSIFICATION,
                "class",
                numbered("x", 2),
                numbered("", classes),
                new Examples(x, n, 2, labels, new double[0]),
                new int[0],
                List.of(),
                null,
                List.of(NOTE));
    }

    /// radius (cos angle, sin angle).
    static void polar(double radius, double angle, double[] out) {
        out[0] = radius * StrictMath.cos(angle);
        out[1] = radius * StrictMath.sin(angle);
    }

    static List<String> numbered(String start, int n) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            names.add(start + i);
        }
        return names;
    }
}
