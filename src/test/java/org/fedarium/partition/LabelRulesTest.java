package org.fedarium.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.BadInput;
import org.fedarium.math.RandomStream;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Shards, classes per client, tables given by hand and mixed skew.
class LabelRulesTest {
    private static int[][] counts(Partition rule, Partition.Request request, Object... settings) {
        return counts(rule, 5, request, settings);
    }

    private static int[][] counts(
            Partition rule, long seed, Partition.Request request, Object... settings) {
        return PartitionTest.counts(
                request,
                PartitionTest.deal(rule, request, PartitionTest.values(rule, settings), seed));
    }

    private static long held(int[] counts) {
        return Arrays.stream(counts).filter(n -> n > 0).count();
    }

    @Test
    void sortedExamplesAreCutIntoShards() {
        // Sorted: 0 0 0 | 0 0 1 | 1 1 2 | 2 2; owners of the four shards: 1, 0, 1, 0.
        assertThat(ShardsPartition.counts(new int[] {5, 3, 3}, new int[] {1, 0, 1, 0}, 2))
                .isDeepEqualTo(new int[][] {{2, 3}, {1, 2}, {2, 1}});
    }

    @Test
    void shards_mnist_counts() {
        Partition.Request request = PartitionTest.request(60_000, 10);
        int one = 0;
        for (int seed = 0; seed < 20; seed++) {
            int[][] counts = counts(new ShardsPartition(), seed, request, "clients", 100);
            assertThat(List.of(counts)).allMatch(c -> IntStream.of(c).sum() == 600);
            assertThat(List.of(counts)).allMatch(c -> held(c) == 1 || held(c) == 2);
            one += (int) Arrays.stream(counts).filter(c -> held(c) == 1).count();
        }
        // The second shard has the first one's label with probability 19/199: 9.5 of 100 clients.
        assertThat(one).isBetween(130, 250);
    }

    @Test
    void aShardMayStraddleTwoLabels() {
        // 1,000 examples of 7 classes in 40 shards of 25.
        for (int seed = 0; seed < 20; seed++) {
            int[][] counts =
                    counts(
                            new ShardsPartition(),
                            seed,
                            PartitionTest.request(1000, 7),
                            "clients",
                            20);
            assertThat(List.of(counts)).allMatch(c -> IntStream.of(c).sum() == 50 && held(c) <= 4);
        }
    }

    @Test
    void clientsOwnTheirClassesAndShareThemEqually() {
        Partition.Request request = PartitionTest.request(1001, 7);
        for (int seed = 0; seed < 20; seed++) {
            int[][] counts =
                    counts(new ClassesPerClient(), seed, request, "clients", 20, "classes", 3);
            for (int k = 0; k < 20; k++) {
                assertThat(held(counts[k])).isEqualTo(3);
                assertThat(counts[k][k % 7]).isPositive();
            }
            for (int y = 0; y < 7; y++) {
                int c = y;
                int[] own =
                        Arrays.stream(counts).mapToInt(row -> row[c]).filter(n -> n > 0).toArray();
                assertThat(Arrays.stream(own).sum()).isEqualTo(143);
                assertThat(Arrays.stream(own))
                        .allMatch(n -> n == 143 / own.length || n == 143 / own.length + 1);
            }
        }
    }

    @Test
    void oneClassPerClientIsNotRandom() {
        int[][] counts =
                counts(
                        new ClassesPerClient(),
                        PartitionTest.request(9, 3),
                        "clients",
                        4,
                        "classes",
                        1);
        // Class 0 is shared by the first and the fourth client.
        assertThat(counts)
                .isDeepEqualTo(
                        new int[][] {{2, 0, 0, 0}, {0, 3, 0, 0}, {0, 0, 3, 0}, {1, 0, 0, 0}});
    }

    @Test
    void fewClientsStillOwnEveryClass() {
        for (int seed = 0; seed < 50; seed++) {
            boolean[][] owns = ClassesPerClient.owners(3, 4, 10, new RandomStream(seed));
            for (int y = 0; y < 10; y++) {
                assertThat(owns[0][y] || owns[1][y] || owns[2][y]).isTrue();
            }
            for (boolean[] client : owns) {
                assertThat(IntStream.range(0, 10).filter(y -> client[y]).count()).isEqualTo(4);
            }
        }
    }

    @Test
    void classesThatCannotBeHeldAreRefusedWithTheNumbers() {
        Partition.Request request = PartitionTest.request(100, 7);
        assertThatThrownBy(
                        () -> counts(new ClassesPerClient(), request, "clients", 3, "classes", 2))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("3 clients with 2 classes each cannot hold all 7");
        assertThatThrownBy(() -> counts(new ClassesPerClient(), request, "classes", 8))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("have only 7");
    }

    @Test
    void aTableSaysWhoGetsWhatPart() {
        // 12 examples of each of three classes; the fourth class has none.
        Partition.Request request = PartitionTest.request(36, 3);
        assertThat(counts(new MatrixPartition(), request, "matrix", "3, 0, 1, 0; 0, 5, 2, 0;"))
                .isDeepEqualTo(new int[][] {{12, 0, 4, 0}, {0, 12, 8, 0}});
        assertThat(counts(new MatrixPartition(), request, "matrix", "4,.5,3,1\n4,.5,3,1\n4,1,6,7"))
                .isDeepEqualTo(new int[][] {{4, 3, 3, 0}, {4, 3, 3, 0}, {4, 6, 6, 0}});
    }

    @Test
    void noTableIsOneClientForEachClass() {
        assertThat(counts(new MatrixPartition(), PartitionTest.request(6, 2)))
                .isDeepEqualTo(new int[][] {{3, 0, 0}, {0, 3, 0}, {0, 0, 0}});
    }

    @Test
    void tablesThatDoNotFitAreRefusedWithTheirPlace() {
        refuses("1,2,3;4,5,6,7", "row 1 has 3 numbers, but the data have 4 classes");
        refuses("1,2,3,4;4,x,6,7", "row 2, column 2: \"x\" is not a number");
        refuses("1,2,3,4;4,-1,6,7", "row 2, column 2: \"-1\" is not a number");
        refuses("1,2,,4", "row 1, column 3: \"\" is not a number");
        refuses("1,2,NaN,4", "\"NaN\" is not a number");
        refuses("1,2,1e9,4", "\"1e9\" is not a number");
        refuses("1,0,1,0;2,0,0,0", "column 2 is 0 for every client, but class 2 has 12 training");
        refuses("1,1,1,1;".repeat(1001), "1001 rows; at most 1000");
    }

    private static void refuses(String matrix, String message) {
        assertThatThrownBy(
                        () ->
                                counts(
                                        new MatrixPartition(),
                                        PartitionTest.request(36, 3),
                                        "matrix",
                                        matrix))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void mixedSkewHasTwoKnobs() {
        Partition.Request request = PartitionTest.request(4000, 10);
        double[] sizes = new double[4];
        double[] labels = new double[4];
        for (int c = 0; c < 4; c++) {
            for (int seed = 0; seed < 10; seed++) {
                int[][] counts =
                        counts(
                                new MixedSkew(),
                                seed,
                                request,
                                "clients",
                                10,
                                "alpha",
                                c % 2 == 0 ? 0.1 : 1000.0,
                                "beta",
                                c / 2 == 0 ? 0.3 : 1000.0);
                sizes[c] +=
                        Arrays.stream(counts).mapToInt(r -> IntStream.of(r).sum()).max().orElse(0)
                                / 10.0;
                labels[c] += Skew.L1.weightedMean(counts) / 10;
            }
        }
        // Sizes follow beta whatever alpha is, since they have their own stream.
        assertThat(sizes[0]).isEqualTo(sizes[1]).isGreaterThan(1200);
        assertThat(sizes[2]).isEqualTo(sizes[3]).isLessThan(450);
        assertThat(labels[2]).isGreaterThan(1.2);
        assertThat(labels[1]).isLessThan(0.35);
        assertThat(labels[3]).isLessThan(0.25);
        assertThat(labels[0]).isGreaterThan(labels[1] + 0.3);
    }

    @Test
    void clientsTakeTurnsInProportionToTheirSizes() {
        assertThat(MixDealer.turns(new int[] {2, 2, 1})).containsExactly(0, 1, 2, 0, 1);
        // Times 1/4 3/4 5/4 7/4 and 1/2 3/2.
        assertThat(MixDealer.turns(new int[] {4, 2, 0})).containsExactly(0, 1, 0, 0, 1, 0);
        int[] even = MixDealer.turns(Draws.even(103, 20));
        assertThat(IntStream.range(0, 103).allMatch(i -> even[i] == i % 20)).isTrue();
    }

    @Test
    void sharesOfShardsAreKeptInTheTestExamples() {
        Partition.Request both = PartitionTest.request(4000, 4);
        int[] train = IntStream.range(0, 2000).toArray();
        Partition.Request request =
                new Partition.Request(both.classOf(), 5, both.groupOf(), both.groupNames(), train);
        Partition rule = new ShardsPartition();
        Partition.Dealer dealer =
                rule.prepare(
                        request,
                        PartitionTest.values(rule, "clients", 7, "shards", 3),
                        new RandomStream(1));
        int[][] one = PartitionTest.counts(request, dealer.deal(train, new RandomStream(2)));
        int[][] two =
                PartitionTest.counts(
                        request,
                        dealer.deal(IntStream.range(2000, 4000).toArray(), new RandomStream(3)));
        for (int k = 0; k < 7; k++) {
            for (int y = 0; y < 5; y++) {
                assertThat((double) two[k][y]).isCloseTo(one[k][y], within(1.0));
            }
        }
    }
}
