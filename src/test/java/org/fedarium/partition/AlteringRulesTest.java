package org.fedarium.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Values;
import org.fedarium.data.Dataset;
import org.fedarium.data.Examples;
import org.fedarium.data.FederatedDataBuilder;
import org.fedarium.data.Hands;
import org.fedarium.data.Preparation;
import org.fedarium.data.PreparedData;
import org.fedarium.data.Roles;
import org.fedarium.data.Shard;
import org.fedarium.data.Task;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Randomness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Noise, rotation and permuted labels.
class AlteringRulesTest {
    /// Rows of four inputs; the last input is constant.
    private static Dataset data(int n, Dataset.@Nullable ImageShape image) {
        double[] x = new double[4 * n];
        for (int i = 0; i < n; i++) {
            x[4 * i] = i % 2 * 2;
            x[4 * i + 1] = i % 2 * 200;
            x[4 * i + 2] = i;
            x[4 * i + 3] = 7;
        }
        return new Dataset(
                "t",
                "t",
                Task.CLASSIFICATION,
                "y",
                List.of("a", "b", "c", "d"),
                List.of("u", "v", "w"),
                new Examples(
                        x, n, 4, IntStream.range(0, n).map(i -> i % 3).toArray(), new double[0]),
                new int[0],
                List.of(),
                image,
                List.of());
    }

    private static Roles roles(int n) {
        return new Roles(
                IntStream.range(0, n / 2).toArray(),
                IntStream.range(n / 2, 3 * n / 4).toArray(),
                IntStream.range(3 * n / 4, n).toArray());
    }

    private static Hands hands(Partition rule, Dataset data, int n, Object... settings) {
        Values values = PartitionTest.values(rule, settings);
        return Deal.of(rule, values, data, roles(n), new Randomness(3));
    }

    private static PreparedData prepared(Dataset data, int n, Hands hands) {
        return FederatedDataBuilder.build(
                data, roles(n), hands, new Preparation(Preparation.Mode.NONE, false, 0.25, 0.25));
    }

    @Test
    void noiseGrowsFromClientToClientInUnitsOfEachInput() {
        int n = 24_000;
        Dataset data = data(n, null);
        Hands hands = hands(new FeatureNoise(), data, n, "clients", 4, "noise", 0.6);
        List<Shard> shards = prepared(data, n, hands).data().shards();
        // Inputs 0 and 1 have deviation 1 and 100 on the training rows.
        double[] scale = {1, 100};
        for (int k = 0; k < 4; k++) {
            for (int j = 0; j < 2; j++) {
                for (Part part : parts(shards.get(k), hands, k)) {
                    double sum = 0;
                    for (int i = 0; i < part.rows.length; i++) {
                        double d =
                                part.seen.x()[4 * i + j]
                                        - data.examples().x()[4 * part.rows[i] + j];
                        sum += d * d;
                    }
                    double deviation = Math.sqrt(sum / part.rows.length) / scale[j];
                    assertThat(deviation).isCloseTo(0.2 * k, within(0.02));
                }
            }
            Examples test = shards.get(k).test();
            assertThat(IntStream.range(0, test.rows()).allMatch(i -> test.x()[4 * i + 3] == 7))
                    .isTrue();
        }
    }

    private record Part(int[] rows, Examples seen) {}

    private static List<Part> parts(Shard shard, Hands hands, int k) {
        return List.of(
                new Part(hands.train()[k], shard.train()),
                new Part(hands.validation()[k], shard.validation()),
                new Part(hands.test()[k], shard.test()));
    }

    @Test
    void theNoisesSizeIsADeviationOrAVariance() {
        assertThat(FeatureNoise.level(0.5, 0, 5, true)).isZero();
        assertThat(FeatureNoise.level(0.5, 2, 5, true)).isEqualTo(0.25);
        assertThat(FeatureNoise.level(0.5, 4, 5, true)).isEqualTo(0.5);
        assertThat(FeatureNoise.level(0.5, 2, 5, false)).isEqualTo(0.5);
        assertThat(FeatureNoise.level(0.5, 0, 1, true)).isZero();
    }

    @Test
    void anotherSizeScalesTheSameNoise() {
        int n = 40;
        Dataset data = data(n, null);
        double[] x = data.examples().x();
        double[] one =
                hands(new FeatureNoise(), data, n, "clients", 4, "noise", 1.0)
                        .seen(data.examples())
                        .x();
        double[] two =
                hands(new FeatureNoise(), data, n, "clients", 4, "noise", 2.0)
                        .seen(data.examples())
                        .x();
        for (int i = 0; i < x.length; i++) {
            assertThat(two[i] - x[i]).isCloseTo(2 * (one[i] - x[i]), within(1e-10));
        }
    }

    @Test
    void statisticsAreThoseOfTheNoisyInputs() {
        int n = 4000;
        Dataset data = data(n, null);
        Hands hands = hands(new FeatureNoise(), data, n, "clients", 5, "noise", 3.0);
        Examples train =
                FederatedDataBuilder.build(
                                data,
                                roles(n),
                                hands,
                                new Preparation(Preparation.Mode.POOLED, false, 0.25, 0.25))
                        .data()
                        .train();
        for (int j = 0; j < 3; j++) {
            double squares = 0;
            for (int i = 0; i < train.rows(); i++) {
                squares += train.x()[4 * i + j] * train.x()[4 * i + j] / train.rows();
            }
            assertThat(squares).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void anImageIsTurnedAnticlockwise() {
        // 1 2 3      3 6 9
        // 4 5 6  ->  2 5 8
        // 7 8 9      1 4 7      after a first value that belongs to another image
        double[][] expected = {
            {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
            {0, 3, 6, 9, 2, 5, 8, 1, 4, 7},
            {0, 9, 8, 7, 6, 5, 4, 3, 2, 1},
            {0, 7, 4, 1, 8, 5, 2, 9, 6, 3}
        };
        for (int quarters = 0; quarters < 4; quarters++) {
            double[] image = expected[0].clone();
            FeatureRotation.turn(image, 1, 3, quarters);
            assertThat(image).isEqualTo(expected[quarters]);
        }
    }

    @Test
    void clientsSeeTheirClustersAngle() {
        int n = 48;
        Dataset data = data(n, new Dataset.ImageShape(2, 2));
        Hands four = hands(new FeatureRotation(), data, n, "clients", 6);
        Hands two = hands(new FeatureRotation(), data, n, "clients", 6, "angles", "0-180");
        int[][] order = {{0, 1, 2, 3}, {1, 3, 0, 2}, {3, 2, 1, 0}, {2, 0, 3, 1}};
        for (int k = 0; k < 6; k++) {
            checkTurn(data, four, k, order[k % 4]);
            checkTurn(data, two, k, order[2 * (k % 2)]);
        }
    }

    private static void checkTurn(Dataset data, Hands hands, int k, int[] order) {
        double[] seen = hands.seen(data.examples()).x();
        for (int[] rows : List.of(hands.train()[k], hands.validation()[k], hands.test()[k])) {
            for (int row : rows) {
                for (int p = 0; p < 4; p++) {
                    assertThat(seen[4 * row + p])
                            .isEqualTo(data.examples().x()[4 * row + order[p]]);
                }
            }
        }
    }

    @Test
    void onlySquareImagesAreTurned() {
        for (Dataset.ImageShape shape : Arrays.asList(null, new Dataset.ImageShape(1, 4))) {
            assertThatThrownBy(() -> hands(new FeatureRotation(), data(8, shape), 8))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("square images")
                    .hasMessageContaining("digits8x8");
        }
    }

    @Test
    void clustersSeePermutedLabels() {
        int n = 48;
        Dataset data = data(n, null);
        Hands hands = hands(new LabelPermutation(), data, n, "clients", 4, "clusters", 2);
        int[] seen = hands.seen(data.examples().labels());
        int[] other = {-1, -1, -1};
        for (int k = 0; k < 4; k++) {
            for (int[] rows : List.of(hands.train()[k], hands.validation()[k], hands.test()[k])) {
                for (int row : rows) {
                    int label = data.examples().labels()[row];
                    if (k % 2 == 0) {
                        assertThat(seen[row]).isEqualTo(label);
                    } else {
                        other[label] = other[label] < 0 ? seen[row] : other[label];
                        assertThat(seen[row]).isEqualTo(other[label]);
                    }
                }
            }
        }
        assertThat(other).containsExactlyInAnyOrder(0, 1, 2).isNotEqualTo(new int[] {0, 1, 2});
        assertThat(prepared(data, n, hands).data().shards().get(1).train().labels())
                .isEqualTo(Arrays.stream(hands.train()[1]).map(row -> seen[row]).toArray());
    }

    @Test
    void permutationsAreAllDifferentAndTheFirstIsTheIdentity() {
        for (int seed = 0; seed < 20; seed++) {
            List<int[]> six = LabelPermutation.permutations(3, 6, new RandomStream(seed));
            assertThat(six.getFirst()).containsExactly(0, 1, 2);
            assertThat(six.stream().map(Arrays::toString)).doesNotHaveDuplicates().hasSize(6);
            List<int[]> two = LabelPermutation.permutations(3, 2, new RandomStream(seed));
            assertThat(two.get(1)).isEqualTo(six.get(1));
        }
    }

    @Test
    void labelsThatCannotBePermutedAreRefused() {
        Partition rule = new LabelPermutation();
        assertThatThrownBy(() -> hands(rule, data(8, null), 8, "clusters", 7))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("3 classes can be permuted in 6 ways, too few for 7");
        Partition.Request numbers =
                new Partition.Request(
                        new int[4],
                        10,
                        new int[0],
                        List.of(),
                        new int[] {0, 1, 2, 3},
                        true,
                        new Examples(new double[4], 4, 1, new int[0], new double[4]),
                        null);
        assertThatThrownBy(
                        () ->
                                rule.prepare(
                                        numbers,
                                        Values.defaults(rule.describe()),
                                        new RandomStream(1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("predict a number");
    }

    @Test
    void dealsThatAlterNothingCopyNothing() {
        int n = 40;
        Dataset data = data(n, null);
        Examples raw = data.examples();
        assertThat(hands(new IidPartition(), data, n).seen(raw)).isSameAs(raw);
    }
}
