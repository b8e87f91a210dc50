package org.fedarium.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Values;
import org.fedarium.data.Dataset;
import org.fedarium.data.Examples;
import org.fedarium.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class PartitionTest {
    static final List<Partition> RULES = Partitions.ALL.entries();

    /// `n` training examples of `classes` classes, dealt evenly, three natural clients; class
    /// `classes` exists but has no examples. The inputs are images of 2 x 2 pixels.
    static Partition.Request request(int n, int classes) {
        int[] labels = IntStream.range(0, n).map(i -> i % classes).toArray();
        return new Partition.Request(
                labels,
                classes + 1,
                IntStream.range(0, n).map(i -> i * 7 % 3).toArray(),
                List.of("A", "B", "C"),
                IntStream.range(0, n).toArray(),
                false,
                new Examples(
                        IntStream.range(0, 4 * n).mapToDouble(i -> i % 9).toArray(),
                        n,
                        4,
                        labels,
                        new double[0]),
                new Dataset.ImageShape(2, 2));
    }

    static Values values(Partition rule, Object... settings) {
        Values values = Values.defaults(rule.describe());
        for (int i = 0; i < settings.length; i += 2) {
            String id = (String) settings[i];
            values = rule.describe().has(id) ? values.with(id, settings[i + 1]) : values;
        }
        return values;
    }

    static int[][] deal(Partition rule, Partition.Request request, Values values, long seed) {
        return rule.prepare(request, values, new RandomStream(seed))
                .deal(request.train(), new RandomStream(seed + 1));
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void everyExampleIsDealtExactlyOnce(Partition rule) {
        for (int clients : new int[] {1, 3, 20, 1000}) {
            for (int seed = 0; seed < 10; seed++) {
                Partition.Request request = request(300, 7);
                Values values = values(rule, "clients", clients, "minimum", 0, "classes", 7);
                int[][] hands = deal(rule, request, values, seed);
                assertThat(Arrays.stream(hands).flatMapToInt(Arrays::stream).sorted().toArray())
                        .isEqualTo(request.train());
                assertThat(deal(rule, request, values, seed)).isDeepEqualTo(hands);
                Partition.Dealer dealer = rule.prepare(request, values, new RandomStream(seed));
                assertThat(dealer.clients()).doesNotHaveDuplicates().hasSize(hands.length);
                assertThat(dealer.deal(new int[0], new RandomStream(0)))
                        .hasNumberOfRows(hands.length);
            }
        }
    }

    @Test
    void iidAndByClientGiveEqualSizes() {
        for (Partition rule : List.of(new IidPartition(), new DirichletByClient())) {
            int[][] hands = deal(rule, request(103, 5), values(rule, "clients", 20), 4);
            assertThat(List.of(hands)).allMatch(hand -> hand.length == 5 || hand.length == 6);
        }
    }

    @Test
    void smallConcentrationSkewsAndLargeDoesNot() {
        for (Partition rule : List.of(new DirichletByClass(), new DirichletByClient())) {
            double small = skew(rule, 0.05);
            double middle = skew(rule, 0.5);
            double large = skew(rule, 1000);
            assertThat(small).as(rule.describe().id()).isGreaterThan(1.2);
            assertThat(middle).isBetween(large, small);
            assertThat(large).isLessThan(0.25);
        }
    }

    private static double skew(Partition rule, double alpha) {
        Partition.Request request = request(5000, 10);
        double sum = 0;
        for (int seed = 0; seed < 10; seed++) {
            int[][] hands = deal(rule, request, values(rule, "clients", 10, "alpha", alpha), seed);
            sum += Skew.L1.weightedMean(counts(request, hands)) / 10;
        }
        return sum;
    }

    static int[][] counts(Partition.Request request, int[][] hands) {
        int[][] counts = new int[hands.length][request.classes()];
        for (int k = 0; k < hands.length; k++) {
            for (int index : hands[k]) {
                counts[k][request.classOf()[index]]++;
            }
        }
        return counts;
    }

    @Test
    void everyClientGetsItsMinimumAndTopUpsAreNoted() {
        DirichletByClass rule = new DirichletByClass();
        Partition.Request request = request(400, 4);
        Values values = values(rule, "clients", 20, "alpha", 0.02, "minimum", 18);
        for (int seed = 0; seed < 10; seed++) {
            Partition.Dealer dealer = rule.prepare(request, values, new RandomStream(seed));
            int[][] hands = dealer.deal(request.train(), new RandomStream(seed));
            assertThat(List.of(hands)).allMatch(hand -> hand.length >= 18);
            assertThat(dealer.notes()).singleElement().asString().contains("50 draws", "moved");
        }
    }

    @Test
    void anImpossibleMinimumIsRefusedWithTheNumbers() {
        DirichletByClass rule = new DirichletByClass();
        Values values = values(rule, "clients", 20, "minimum", 5);
        assertThatThrownBy(() -> rule.prepare(request(99, 3), values, new RandomStream(1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("20 clients")
                .hasMessageContaining("need 100")
                .hasMessageContaining("there are 99");
    }

    @Test
    void balancingKeepsSizesCloser() {
        DirichletByClass rule = new DirichletByClass();
        double plain = 0;
        double balanced = 0;
        for (int seed = 0; seed < 20; seed++) {
            plain += largest(deal(rule, request(1000, 10), values(rule, "alpha", 0.3), seed));
            balanced +=
                    largest(
                            deal(
                                    rule,
                                    request(1000, 10),
                                    values(rule, "alpha", 0.3, "balance", true),
                                    seed));
        }
        assertThat(balanced).isLessThan(0.9 * plain);
    }

    private static int largest(int[][] hands) {
        return Arrays.stream(hands).mapToInt(hand -> hand.length).max().orElseThrow();
    }

    @Test
    void testExamplesAreDealtInTheProportionsOfTheTrainingExamples() {
        for (Partition rule : List.of(new DirichletByClass(), new DirichletByClient())) {
            Partition.Request both = request(8000, 4);
            int[] train = IntStream.range(0, 4000).toArray();
            Partition.Request request =
                    new Partition.Request(
                            both.classOf(), 5, both.groupOf(), both.groupNames(), train);
            Partition.Dealer dealer =
                    rule.prepare(request, values(rule, "clients", 5), new RandomStream(2));
            int[][] one = counts(request, dealer.deal(train, new RandomStream(3)));
            int[][] two =
                    counts(
                            request,
                            dealer.deal(
                                    IntStream.range(4000, 8000).toArray(), new RandomStream(4)));
            for (int k = 0; k < 5; k++) {
                for (int y = 0; y < 5; y++) {
                    assertThat((double) one[k][y]).isCloseTo(two[k][y], within(150.0));
                }
            }
        }
    }

    @Test
    void naturalClientsHoldTheirOwnRows() {
        int[][] hands = deal(new ByColumn(), request(9, 2), values(new ByColumn()), 0);
        assertThat(hands).isDeepEqualTo(new int[][] {{0, 3, 6}, {1, 4, 7}, {2, 5, 8}});
        Partition.Request none =
                new Partition.Request(new int[4], 1, new int[0], List.of(), new int[] {0, 1});
        assertThatThrownBy(
                        () ->
                                new ByColumn()
                                        .prepare(none, values(new ByColumn()), new RandomStream(0)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("client column");
    }

    @Test
    void aClientsDrawDoesNotDependOnHowManyClientsFollow() {
        double[][] few = Draws.logGammas(Draws.perClient(new RandomStream(9), 3), 4, 0.3);
        double[][] many = Draws.logGammas(Draws.perClient(new RandomStream(9), 50), 4, 0.3);
        for (int y = 0; y < 4; y++) {
            assertThat(Arrays.copyOf(many[y], 3)).isEqualTo(few[y]);
        }
    }

    @Test
    void cutsFollowTheFloorOfTheCumulatedShares() {
        assertThat(Draws.cut(Draws.cumulate(new double[] {0.25, 0.25, 0.5}), 10))
                .containsExactly(2, 3, 5);
        assertThat(Draws.cut(Draws.cumulate(new double[] {0.999, 0.001}), 5)).containsExactly(4, 1);
        assertThat(Draws.cut(Draws.cumulate(new double[] {1, 0, 0}), 0)).containsExactly(0, 0, 0);
    }
}
