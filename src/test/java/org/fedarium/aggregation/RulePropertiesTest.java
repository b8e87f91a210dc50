package org.fedarium.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;
import org.fedarium.math.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What every rule promises, over 20 seeds.
class RulePropertiesTest {
    private static final int SEEDS = 20;
    private static final int SIZE = 6;
    private static final Object[] F2 = {"f", 2L, "beta", 0.2};

    private static Stream<String> rules() {
        return Aggregators.ALL.entries().stream().map(a -> a.describe().id());
    }

    private static double[][] gaussians(RandomStream stream, int n) {
        double[][] x = new double[n][SIZE];
        for (double[] row : x) {
            for (int i = 0; i < SIZE; i++) {
                row[i] = Samplers.gaussian(stream);
            }
        }
        return x;
    }

    private static int[] counts(RandomStream stream, int n) {
        return Stream.generate(() -> 1 + stream.nextInt(50)).limit(n).mapToInt(c -> c).toArray();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theOrderOfClientsDoesNotMatter(String id) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            RandomStream stream = new RandomStream(seed);
            // With f = 3 even Bulyan's last sets have two neighbours to sum; with one, a nearest
            // pair
            // ties in every draw, and then the lowest index decides, as the rule says. Mixing makes
            // equal vectors, so that pairs of them tie too.
            int n = 15 + stream.nextInt(5);
            double[][] x = gaussians(stream, n);
            int[] examples = counts(stream, n);
            int[] order = stream.permutation(n);
            double[][] y = Arrays.stream(order).mapToObj(k -> x[k]).toArray(double[][]::new);
            int[] m = Arrays.stream(order).map(k -> examples[k]).toArray();
            List<String> modes = List.of("none", "nearest");
            for (String mixing : modes.subList(0, id.equals("bulyan") ? 1 : 2)) {
                Object[] settings = {"f", 3L, "mixing", mixing};
                var one = Rules.apply(id, x, examples, settings);
                var other = Rules.apply(id, y, m, settings);
                assertThat(other.out()).containsExactly(one.out(), within(1e-9));
                for (int k = 0; k < n; k++) {
                    assertThat(other.shares()[k]).isCloseTo(one.shares()[order[k]], within(1e-9));
                    assertThat(other.kinds()[k]).isEqualTo(one.kinds()[order[k]]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void sharesAreNonNegativeAndSumToOne(String id) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            RandomStream stream = new RandomStream(seed);
            int n = 11 + stream.nextInt(5);
            var result = Rules.apply(id, gaussians(stream, n), counts(stream, n), F2);
            assertThat(Arrays.stream(result.shares()).sum()).isCloseTo(1, within(1e-12));
            for (int k = 0; k < n; k++) {
                assertThat(result.shares()[k]).isNotNegative();
                boolean rejected = result.kinds()[k] == Verdict.Kind.REJECTED;
                assertThat(rejected).isEqualTo(result.shares()[k] == 0);
                assertThat(result.verdicts()[k].factor()).isBetween(0.0, 1.0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void identicalUpdatesGiveThatUpdate(String id) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            RandomStream stream = new RandomStream(seed);
            int n = 11 + stream.nextInt(5);
            double[] update = gaussians(stream, 1)[0];
            double[][] x = new double[n][];
            Arrays.fill(x, update);
            // Within the bound of the clipping rules.
            Object[] settings = {"f", 2L, "bound", 1.01 * Vectors.norm(update)};
            var result = Rules.apply(id, x, counts(stream, n), settings);
            boolean foolsGold = id.equals("foolsgold");
            double[] expected = foolsGold ? new double[SIZE] : update;
            if (id.equals("majority-vote")) {
                // It moves by a fixed step in the common direction.
                expected = Arrays.stream(update).map(u -> 0.01 * Math.signum(u)).toArray();
            }
            assertThat(result.out()).containsExactly(expected, within(1e-12));
            if (foolsGold) {
                assertThat(result.kinds()).containsOnly(Verdict.Kind.REJECTED);
            } else if (!List.of("krum", "multi-krum", "bulyan").contains(id)) {
                // Those three select, so among equals they must drop those with high indices.
                assertThat(result.kinds())
                        .doesNotContain(Verdict.Kind.REJECTED, Verdict.Kind.CLIPPED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "median",
                "trimmed-mean",
                "krum",
                "multi-krum",
                "bulyan",
                "geometric-median",
                "centred-clipping"
            })
    void fewOutliersDoNotMoveTheResultFar(String id) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            RandomStream stream = new RandomStream(seed);
            double[][] x = gaussians(stream, 11);
            for (int bad : List.of(3, 8)) {
                Arrays.fill(x[bad], seed % 2 == 0 ? 1e6 : -1e6);
            }
            for (String mixing : List.of("none", "nearest")) {
                var result =
                        Rules.apply(id, x, "f", 2L, "beta", 0.2, "bound", 3.0, "mixing", mixing);
                assertThat(Vectors.norm(result.out())).as(mixing).isLessThan(3 * Math.sqrt(SIZE));
            }
        }
        double[][] pulled = gaussians(new RandomStream(1), 11);
        Arrays.fill(pulled[3], 1e6);
        assertThat(Vectors.norm(Rules.apply("uniform-mean", pulled).out())).isGreaterThan(1e5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"median", "trimmed-mean", "krum", "multi-krum", "bulyan"})
    void aFewUpdatesThatAreNoNumbersDoNoHarm(String id) {
        double[][] x = gaussians(new RandomStream(1), 11);
        Arrays.fill(x[0], Double.NaN);
        Arrays.fill(x[6], Double.POSITIVE_INFINITY);
        var result = Rules.apply(id, x, F2);
        assertThat(Vectors.norm(result.out())).isLessThan(3 * Math.sqrt(SIZE));
        assertThat(result.shares()[0] + result.shares()[6]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void krumAndBulyanSelectFromTheGivenVectors(int f) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            double[][] x = gaussians(new RandomStream(seed), 13);
            double[] krum = Rules.apply("krum", x, "f", (long) f).out();
            assertThat(Arrays.asList(x)).anyMatch(row -> Arrays.equals(row, krum));
            int[] selected = Bulyan.select(x, f);
            assertThat(selected).hasSize(13 - 2 * f).doesNotHaveDuplicates().isSorted();
            assertThat(selected[0]).isNotNegative();
            assertThat(selected[selected.length - 1]).isLessThan(13);
        }
    }
}
