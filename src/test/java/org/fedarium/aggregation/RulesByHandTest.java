package org.fedarium.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.aggregation.Verdict.Kind;
import org.fedarium.catalog.BadInput;
import org.fedarium.math.NamedVectors;
import org.junit.jupiter.api.Test;

import java.util.List;

/// One or more examples per rule, computed by hand.
class RulesByHandTest {

    private static void assertOut(Rules.Result result, double... expected) {
        assertThat(result.out()).containsExactly(expected, within(1e-12));
    }

    private static void assertShares(Rules.Result result, double... expected) {
        assertThat(result.shares()).containsExactly(expected, within(1e-12));
    }

    @Test
    void theMedianUsesOneClientInEachCoordinate() {
        var result = Rules.apply("median", new double[][] {{0, 9}, {1, 7}, {2, 8}});
        assertOut(result, 1, 8);
        assertShares(result, 0, 0.5, 0.5);
        assertThat(result.kinds()).containsExactly(Kind.REJECTED, Kind.COUNTED, Kind.COUNTED);
    }

    @Test
    void equalValuesAtTheEdgeOfTheWindowShareIt() {
        // Sorted 1 1 1 5, middle two are 1 and 1: each of the three equal ones is in by two thirds.
        var result = Rules.apply("median", Rules.column(1, 5, 1, 1));
        assertOut(result, 1);
        assertShares(result, 1 / 3.0, 0, 1 / 3.0, 1 / 3.0);
    }

    @Test
    void theTrimmedMeanCutsFromEachEnd() {
        // floor(0.25 * 5) = 1 from each end: (2 + 4 + 6) / 3.
        var result = Rules.apply("trimmed-mean", Rules.column(4, 100, 2, 6, -50), "beta", 0.25);
        assertOut(result, 4);
        assertShares(result, 1 / 3.0, 0, 1 / 3.0, 1 / 3.0, 0);
        assertThat(result.kinds()[1]).isEqualTo(Kind.REJECTED);
        assertThat(TrimmedMean.cut(0.29, 100)).isEqualTo(29);
        assertThat(TrimmedMean.cut(0.4999, 1001)).isEqualTo(500);
    }

    @Test
    void krumTakesTheVectorNearestItsNeighbours() {
        // f = 1, two neighbours each: 1 + 4, 1 + 1, 0.25 + 1, 0.25 + 2.25, 56.25 + 64.
        var result = Rules.apply("krum", Rules.column(0, 1, 2, 2.5, 10), "f", 1L);
        assertOut(result, 2);
        assertShares(result, 0, 0, 1, 0, 0);
        assertThat(result.kinds())
                .containsExactly(
                        Kind.REJECTED, Kind.REJECTED, Kind.COUNTED, Kind.REJECTED, Kind.REJECTED);
        // 1 and 2 tie with 1 + 1; the lower index wins.
        assertOut(Rules.apply("krum", Rules.column(0, 2, 1, 3, 10), "f", 1L), 2);
    }

    @Test
    void multiKrumAveragesTheBestScores() {
        // Scores as above: 2, 1, 2.5 are the best three.
        double[][] x = Rules.column(0, 1, 2, 2.5, 10);
        assertOut(Rules.apply("multi-krum", x, "f", 1L, "m", 3L), 5.5 / 3);
        // m = 0 stands for n - f - 2 = 2.
        assertOut(Rules.apply("multi-krum", x, "f", 1L), 1.5);
        MultiKrum rule = new MultiKrum();
        assertThatThrownBy(() -> rule.check(6, Rules.values(rule, "m", 7L)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("m = 7 best of 6");
    }

    @Test
    void bulyanRunsKrumAgainOnWhatRemains() {
        // Recursively 18, 11, 14, 8, 17 win, and 11, 14, 17 are the nearest to their median 14; the
        // best five scores at once would be those of 18, 11, 14, 17, 19 and give 18.
        double[][] x = Rules.column(18, 11, 14, 8, 17, 19, 0);
        assertThat(Bulyan.select(x, 1)).containsExactly(0, 1, 2, 3, 4);
        var result = Rules.apply("bulyan", x, "f", 1L);
        assertOut(result, 14);
        assertShares(result, 0, 1 / 3.0, 1 / 3.0, 0, 1 / 3.0, 0, 0);
    }

    @Test
    void theGeometricMedianOnALineIsTheMedianAndWeighsByExamples() {
        double[][] x = Rules.column(0, 1, 100);
        assertThat(Rules.apply("geometric-median", x).out()[0]).isCloseTo(1, within(1e-6));
        int[] examples = {1, 1, 5};
        assertThat(Rules.apply("geometric-median", x, examples).out()[0])
                .isCloseTo(100, within(1e-4));
        assertThat(Rules.apply("geometric-median", x, examples, "weighted", false).out()[0])
                .isCloseTo(1, within(1e-6));
        // One step from the mean 2 of 0, 0, 6, w = 1/3: b ~ 1/2, 1/2, 1/4, so z = 6/4 / (5/4).
        var one = Rules.apply("geometric-median", Rules.column(0, 0, 6), "iterations", 1L);
        assertOut(one, 1.2);
        assertShares(one, 0.4, 0.4, 0.2);
        assertThat(one.verdicts()[2].factor()).isCloseTo(0.6, within(1e-12));
        assertThat(one.kinds()[2]).isEqualTo(Kind.DOWN_WEIGHTED);
    }

    @Test
    void normClippingShortensLongUpdatesOnly() {
        double[][] x = {{3, 4}, {0, 0.5}};
        var result = Rules.apply("norm-clipping", x, "bound", 1.0, "weighted", false);
        assertOut(result, 0.3, 0.65);
        assertShares(result, 1 / 6.0, 5 / 6.0);
        assertThat(result.verdicts()).containsExactly(Verdict.clipped(0.2), Verdict.COUNTED);
        int[] examples = {3, 1};
        assertOut(Rules.apply("norm-clipping", x, examples, "bound", 1.0), 0.45, 0.725);
    }

    @Test
    void centredClippingMovesWithPullsOfLimitedLength() {
        // From 0 with tau = 2: (1 + 2 + 2) / 3; from 5/3: pulls -2/3, 1/3 and 2.
        double[][] x = Rules.column(1, 2, 9);
        assertOut(Rules.apply("centred-clipping", x, "bound", 2.0, "iterations", 1L), 5 / 3.0);
        var two = Rules.apply("centred-clipping", x, "bound", 2.0, "iterations", 2L);
        assertOut(two, 20 / 9.0);
        assertThat(two.kinds()).containsExactly(Kind.COUNTED, Kind.COUNTED, Kind.CLIPPED);
        assertThat(two.verdicts()[2].factor()).isCloseTo(2 / (9 - 5 / 3.0), within(1e-12));
    }

    @Test
    void foolsGoldDistrustsThoseWhoResembleEachOther() {
        double[][] sybils = {{1, 0}, {2, 0}, {0, 1}};
        assertThat(FoolsGold.weights(sybils)).containsExactly(0, 0, 1);
        // v = 0.6, 0.6, 0 and a = 0.4, 0.4, 1: ln(0.4 / 0.6) + 1/2.
        double[][] partly = {{1, 0}, {0.6, 0.8}, {-1, 0}};
        double a = Math.log(2 / 3.0) + 0.5;
        assertThat(FoolsGold.weights(partly)).containsExactly(new double[] {a, a, 1}, within(1e-9));
        var result = Rules.apply("foolsgold", partly);
        assertThat(result.out()[0]).isCloseTo((1.6 * a - 1) / (2 * a + 1), within(1e-9));
        assertThat(result.kinds())
                .containsExactly(Kind.DOWN_WEIGHTED, Kind.DOWN_WEIGHTED, Kind.COUNTED);
        // As published: the sum.
        assertThat(Rules.apply("foolsgold", partly, "combine", "sum").out()[0])
                .isCloseTo(1.6 * a - 1, within(1e-9));
    }

    @Test
    void foolsGoldPardonsHonestClientsThatResembleASybil() {
        // v = 0.6, 0.8, 0.8: only c_12 is scaled, by 0.6 / 0.8. a = 0.55, 0.2, 0.2.
        double[][] x = {{1, 0}, {0.6, 0.8}, {0, 1}};
        assertThat(FoolsGold.weights(x)).containsExactly(1, 0, 0);
    }

    @Test
    void foolsGoldReportsThatAllAreAlikeInsteadOfDividingByZero() {
        var result = Rules.apply("foolsgold", new double[][] {{0.1, 0.7}, {0.1, 0.7}, {0.1, 0.7}});
        assertOut(result, 0, 0);
        assertShares(result, 0, 0, 0);
        assertThat(result.kinds()).containsOnly(Kind.REJECTED);
        // One client alone resembles nobody.
        assertOut(Rules.apply("foolsgold", new double[][] {{0.1, 0.7}}), 0.1, 0.7);
    }

    @Test
    void foolsGoldLooksAtTheSumOverTheRounds() {
        FoolsGold rule = new FoolsGold();
        List<String> names = rule.memory(Rules.values(rule));
        double[][] before = {{10, 0}, {10, 0}, {0, 10}};
        double[][] now = {{0, 1}, {1, 0}, {-1, 0}};
        var combination = rule.start(2, Rules.values(rule));
        for (int k = 0; k < 3; k++) {
            NamedVectors memory = NamedVectors.zeros(names, 2);
            System.arraycopy(before[k], 0, memory.get(0), 0, 2);
            combination.add(now[k], 1, memory);
            assertThat(memory.get(0))
                    .containsExactly(before[k][0] + now[k][0], before[k][1] + now[k][1]);
        }
        combination.finish(new double[2]);
        // This round's updates differ, the histories of the first two are nearly the same.
        assertThat(combination.shares()).containsExactly(new double[] {0, 0, 1}, within(1e-12));
    }

    @Test
    void mixingTracesSharesBackToTheClients() {
        // f = 1: means of the two nearest of 0, 1, 10 are 0.5, 0.5, 5.5; their median is 0.5.
        double[][] x = Rules.column(0, 1, 10);
        var result = Rules.apply("median", x, "mixing", "nearest", "f", 1L);
        assertOut(result, 0.5);
        assertShares(result, 0.5, 0.5, 0);
        assertThat(result.kinds()).containsExactly(Kind.COUNTED, Kind.COUNTED, Kind.REJECTED);
    }

    @Test
    void tooFewUpdatesAreExplained() {
        Bulyan rule = new Bulyan();
        assertThatThrownBy(() -> rule.check(10, Rules.values(rule, "f", 2L)))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "aggregation.f: Bulyan needs n >= 4 f + 3 updates: with f = 2 that is 11,"
                                + " and 10 take part. Set f to 1 or less, or let at least 11"
                                + " clients take part in every round.");
        assertThatThrownBy(() -> rule.check(2, Rules.values(rule, "f", 1L)))
                .hasMessageContaining("Let at least 7 clients take part");
        CoordinateMedian median = new CoordinateMedian();
        median.check(1, Rules.values(median));
        assertThatThrownBy(
                        () -> median.check(4, Rules.values(median, "mixing", "nearest", "f", 2L)))
                .hasMessageContaining("n >= 2 f + 1");
    }
}
