package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// Quantity skew without chance: client k = 1..K gets floor(n f(k) / sum f) shuffled examples, and
/// what the floors leave goes to the last client. f(k) is k, k^2 or e^k, as in Flower's
/// LinearPartitioner, SquarePartitioner and ExponentialPartitioner: 55 examples for 5 clients are
/// 3, 7, 11, 14, 20.
public final class LinearSizes implements Partition {
    private static final String LINEAR = "linear";
    private static final String SQUARE = "square";
    private static final String EXPONENTIAL = "exponential";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "linear",
                "Growing sizes",
                "Each client holds more than the one before; nothing is drawn.",
                "n_k = ⌊n f(k) / Σ f⌋, f(k) = k, k² or exp(k); the rest to the last",
                "Flower Datasets, LinearPartitioner, SquarePartitioner, ExponentialPartitioner",
                List.of(
                        IidPartition.CLIENTS,
                        ParameterSpec.choice(
                                "growth",
                                "Growth",
                                List.of(LINEAR, SQUARE, EXPONENTIAL),
                                LINEAR,
                                "How fast sizes grow: f(k) = k, k² or exp(k). With exp most clients"
                                        + " of many get nothing.")));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        String growth = values.text("growth");
        List<String> names = IidPartition.numbered(clients);
        return new Dealer() {
            @Override
            public List<String> clients() {
                return names;
            }

            @Override
            public int[][] deal(int[] pool, RandomStream shuffle) {
                return Draws.inSizes(pool, sizes(pool.length, clients, growth), shuffle);
            }
        };
    }

    static int[] sizes(int n, int clients, String growth) {
        double[] f = new double[clients];
        double sum = 0;
        for (int k = 1; k <= clients; k++) {
            f[k - 1] =
                    switch (growth) {
                        case LINEAR -> k;
                        case SQUARE -> (double) k * k;
                        // Relative to the last, which would overflow.
                        default -> StrictMath.exp((double) k - clients);
                    };
            sum += f[k - 1];
        }
        int[] sizes = new int[clients];
        int dealt = 0;
        for (int k = 0; k < clients; k++) {
            // n f is exact for k and k^2, so the floor is that of the true quotient.
            sizes[k] = (int) Math.floor(n * f[k] / sum);
            dealt += sizes[k];
        }
        sizes[clients - 1] += n - dealt;
        return sizes;
    }
}
