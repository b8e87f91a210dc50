package org.fedarium.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Measures by hand.
class HeterogeneityTest {
    @Test
    void gradientsThatAgreeHaveDissimilarityOne() {
        double[][] same = {{1, 2}, {1, 2}, {1, 2}};
        assertThat(Dissimilarity.b(same, new double[] {1, 5, 2})).isCloseTo(1, within(1e-15));
        assertThat(Dissimilarity.variance(same, new double[] {1, 5, 2}))
                .isCloseTo(0, within(1e-30));
    }

    @Test
    void dissimilarityOfTwoClientsByHand() {
        // Shares 1/4 and 3/4: grad f = (1, 3), squares 1/4 16 + 3/4 16 = 16, so B^2 = 16 / 10.
        double[][] gradients = {{4, 0}, {0, 4}};
        assertThat(Dissimilarity.b(gradients, new double[] {10, 30}))
                .isCloseTo(Math.sqrt(1.6), within(1e-15));
        // Distances squared: (3, -3) is 18, (-1, 1) is 2; plain mean 10.
        assertThat(Dissimilarity.variance(gradients, new double[] {10, 30}))
                .isCloseTo(10, within(1e-14));
    }

    @Test
    void dissimilarityIsInfiniteAtACompromiseAndOneAtACommonOptimum() {
        double[] half = {1, 1};
        assertThat(Dissimilarity.b(new double[][] {{1}, {-1}}, half)).isInfinite();
        assertThat(Dissimilarity.b(new double[][] {{0}, {0}}, half)).isEqualTo(1);
    }

    @Test
    void driftIsTheMeanDistanceFromTheMeanModel() {
        assertThat(Drift.meanDistance(new double[][] {{3, 4}, {-3, -4}, {0, 0}}))
                .isCloseTo(10.0 / 3, within(1e-15));
        assertThat(Drift.meanDistance(new double[][] {{3, 4}})).isZero();
        assertThat(Drift.meanDistance(new double[0][])).isNaN();
    }

    @Test
    void cosinesOfAllPairs() {
        double[][] c = Drift.cosines(new double[][] {{2, 0}, {3, 3}, {-1, 0}, {0, 0}});
        assertThat(c[0][0]).isEqualTo(1);
        assertThat(c[0][1]).isCloseTo(Math.sqrt(0.5), within(1e-15)).isEqualTo(c[1][0]);
        assertThat(c[2][0]).isEqualTo(-1);
        assertThat(c[3][0]).isNaN();
        assertThat(c[3][3]).isNaN();
    }

    @Test
    void spreadOverClients() {
        Spread spread = Spread.of(new double[] {0.9, Double.NaN, 0.5, 0.7});
        assertThat(spread.mean()).isCloseTo(0.7, within(1e-15));
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(0.08 / 3), within(1e-15));
        assertThat(spread.worst()).isEqualTo(0.5).isEqualTo(spread.worstDecile());
        assertThat(spread.best()).isEqualTo(0.9).isEqualTo(spread.bestDecile());
        double[] twelve = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        assertThat(Spread.of(twelve).worstDecile()).isEqualTo(0.5);
        assertThat(Spread.of(twelve).bestDecile()).isEqualTo(10.5);
        assertThat(Spread.of(new double[] {Double.NaN}).mean()).isNaN();
    }
}
