package org.fedarium.math;

import java.util.Arrays;
import java.util.List;

/// A small set of named vectors: an update (the model's change, and what else an algorithm sends),
/// or the lasting state of a client or the server. Confined to one owner at a time.
public final class NamedVectors {
    public static final NamedVectors NONE = new NamedVectors(List.of(), new double[0][]);

    private final List<String> names;
    private final double[][] vectors;

    private NamedVectors(List<String> names, double[][] vectors) {
        this.names = names;
        this.vectors = vectors;
    }

    /// Zero vectors of the same size under these names.
    public static NamedVectors zeros(List<String> names, int size) {
        return new NamedVectors(List.copyOf(names), new double[names.size()][size]);
    }

    public List<String> names() {
        return names;
    }

    /// The live array, not a copy.
    public double[] get(String name) {
        int i = names.indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException("No vector " + name + " in " + names);
        }
        return vectors[i];
    }

    public double[] get(int index) {
        return vectors[index];
    }

    public NamedVectors copy() {
        return new NamedVectors(
                names, Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new));
    }

    /// Number of scalars in all vectors.
    public int size() {
        return Arrays.stream(vectors).mapToInt(v -> v.length).sum();
    }
}
