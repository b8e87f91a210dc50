package org.fedarium.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Sizes by Dirichlet, with a long tail, and growing.
class QuantityRulesTest {
    private static int[] sizes(Partition rule, long seed, int n, Object... settings) {
        int[][] hands =
                PartitionTest.deal(
                        rule,
                        PartitionTest.request(n, 5),
                        PartitionTest.values(rule, settings),
                        seed);
        return Arrays.stream(hands).mapToInt(hand -> hand.length).toArray();
    }

    @Test
    void linear_partition_flower() {
        assertThat(LinearSizes.sizes(55, 5, "linear")).containsExactly(3, 7, 11, 14, 20);
        assertThat(LinearSizes.sizes(100, 10, "linear"))
                .containsExactly(1, 3, 5, 7, 9, 10, 12, 14, 16, 23);
        assertThat(LinearSizes.sizes(100, 1, "linear")).containsExactly(100);
    }

    @Test
    void squaresAndExponentialsGrowFaster() {
        // 100 k^2 / 30: 3.3, 13.3, 30, 53.3; what is left over goes to the last.
        assertThat(LinearSizes.sizes(100, 4, "square")).containsExactly(3, 13, 30, 54);
        // e^k / (e + e^2 + e^3) = 0.0900, 0.2447, 0.6652.
        assertThat(LinearSizes.sizes(100, 3, "exponential")).containsExactly(9, 24, 67);
        int[] many = LinearSizes.sizes(1000, 1000, "exponential");
        assertThat(many).isSorted();
        assertThat(Arrays.stream(many).sum()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "square", "exponential"})
    void growingSizesNeverShrinkAndAddUp(String growth) {
        for (int n : new int[] {0, 1, 9, 100, 1437, 99_999}) {
            for (int clients : new int[] {1, 2, 7, 100, 1000}) {
                int[] sizes = LinearSizes.sizes(n, clients, growth);
                assertThat(Arrays.stream(sizes).sum()).isEqualTo(n);
                assertThat(sizes).isSorted();
            }
        }
    }

    @Test
    void dirichletSizesHaveTheMarginalVarianceOfTheirConcentration() {
        // Var q_k = (K - 1) / (K^2 (K beta + 1)); K = 5, beta = 0.5: 4 / (25 * 3.5).
        double variance = 0;
        int draws = 400;
        for (int seed = 0; seed < draws; seed++) {
            for (int size :
                    sizes(
                            new QuantityDirichlet(),
                            seed,
                            5000,
                            "clients",
                            5,
                            "beta",
                            0.5,
                            "minimum",
                            0)) {
                double q = size / 5000.0 - 0.2;
                variance += q * q / (5 * draws);
            }
        }
        assertThat(variance).isCloseTo(4 / (25 * 3.5), within(0.004));
    }

    private static IntStream each(int... sizes) {
        return Arrays.stream(sizes);
    }

    @Test
    void nobodyIsLeftBelowTheMinimum() {
        for (Partition rule : List.of(new QuantityDirichlet(), new QuantityPower())) {
            for (int seed = 0; seed < 20; seed++) {
                assertThat(
                                each(
                                        sizes(
                                                rule, seed, 1000, "clients", 20, "beta", 0.05,
                                                "sigma", 4.0, "minimum", 10)))
                        .allMatch(size -> size >= 10);
            }
        }
    }

    @Test
    void aTopUpOfSizesIsNoted() {
        QuantityDirichlet rule = new QuantityDirichlet();
        Values values = PartitionTest.values(rule, "beta", 0.01, "minimum", 10);
        Partition.Dealer dealer =
                rule.prepare(PartitionTest.request(300, 3), values, new RandomStream(1));
        assertThat(dealer.notes()).singleElement().asString().contains("50 draws", "moved");
    }

    @Test
    void theTailIsThatOfTheScaledLogNormal() {
        // With sigma 0 every weight is floor(e^4) + 50 = 104.
        assertThat(each(sizes(new QuantityPower(), 1, 103, "clients", 10, "sigma", 0.0)))
                .allMatch(size -> size == 10 || size == 11);
        int large = 0;
        double smallest = 0;
        for (int seed = 0; seed < 50; seed++) {
            int[] sizes = sizes(new QuantityPower(), seed, 20_000, "clients", 30);
            Arrays.sort(sizes);
            large += sizes[29] > 5000 ? 1 : 0;
            smallest += sizes[0] / 50.0;
        }
        assertThat(large).isBetween(15, 45);
        // 51 of about 30 (e^6 + 50) examples.
        assertThat(smallest).isBetween(60.0, 250.0);
    }

    @Test
    void theMixOfClassesIsTheSameEverywhere() {
        for (Partition rule :
                List.of(new QuantityDirichlet(), new QuantityPower(), new LinearSizes())) {
            Partition.Request request = PartitionTest.request(20_000, 5);
            int[][] counts =
                    PartitionTest.counts(
                            request,
                            PartitionTest.deal(
                                    rule, request, PartitionTest.values(rule, "clients", 10), 3));
            assertThat(Skew.L1.weightedMean(counts)).isLessThan(0.1);
        }
    }
}
