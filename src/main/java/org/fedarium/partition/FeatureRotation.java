package org.fedarium.partition;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.data.Dataset;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Feature shift by rotation (IFCA): equal parts, but each client sees its square images turned
/// anticlockwise by its cluster's angle. Client k (from 0) belongs to cluster k mod c: with four
/// angles C1, C5, C9, ... see upright images, C2, C6, ... images turned by 90 degrees.
///
/// Ghosh, Chung, Yin, Ramchandran: An Efficient Framework for Clustered Federated Learning, NeurIPS
/// 2020: 0, 90, 180, 270 degrees for MNIST, 0 and 180 for CIFAR-10.
public final class FeatureRotation implements Partition {
    private static final String FOUR = "0-90-180-270";
    private static final String TWO = "0-180";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "feature-rotation",
                "Rotated images",
                "Equal parts, but groups of clients see their images turned.",
                "client k sees images turned by 360° (k mod c) / c",
                "Ghosh, Chung, Yin, Ramchandran, An Efficient Framework for Clustered Federated"
                        + " Learning, NeurIPS 2020",
                List.of(
                        IidPartition.CLIENTS,
                        ParameterSpec.choice(
                                "angles",
                                "Angles",
                                List.of(FOUR, TWO),
                                FOUR,
                                "Degrees by which the groups' images are turned.")));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int side = side(request.image());
        boolean four = values.text("angles").equals(FOUR);
        return new EvenDealer(values.integer("clients")) {
            @Override
            public boolean alters() {
                return true;
            }

            @Override
            public void alter(int client, double[] x, int columns, RandomStream own) {
                for (int from = 0; from < x.length; from += columns) {
                    turn(x, from, side, four ? client % 4 : 2 * (client % 2));
                }
            }
        };
    }

    private static int side(Dataset.@Nullable ImageShape image) {
        if (image == null || image.rows() != image.columns()) {
            throw BadInput.of(
                    "partition.image",
                    "partition.kind: \"feature-rotation\" turns square images, and the inputs of"
                            + " these data are none. Choose image data such as digits8x8, or"
                            + " another partition.");
        }
        return image.rows();
    }

    /// Turns one square image by `quarters` times 90 degrees anticlockwise, in place.
    static void turn(double[] x, int from, int side, int quarters) {
        double[] old = java.util.Arrays.copyOfRange(x, from, from + side * side);
        int last = side - 1;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int source =
                        switch (quarters) {
                            case 0 -> row * side + column;
                            case 1 -> column * side + last - row;
                            case 2 -> (last - row) * side + last - column;
                            default -> (last - column) * side + row;
                        };
                x[from + row * side + column] = old[source];
            }
        }
    }
}
