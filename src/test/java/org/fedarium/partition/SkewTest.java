package org.fedarium.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SkewTest {
    private static final double[] P = {0.7, 0.2, 0.1};
    private static final double[] Q = {0.2, 0.3, 0.5};

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "skew_l1, L1, 0.9999999999999999",
        "skew_tv, TOTAL_VARIATION, 0.49999999999999994",
        "skew_jsdist_bits, JENSEN_SHANNON, 0.4672939085446626",
        "skew_kl, KL, 0.6348972650817144",
        "skew_w1_ordinal, WASSERSTEIN, 0.8999999999999999"
    })
    void measuresMatchTheKnownAnswer(String id, Skew skew, double expected) {
        assertThat(skew.between(P, Q)).as(id).isCloseTo(expected, within(1e-9));
    }

    @Test
    void hellingerIsOneForDisjointMixesAndMatchesItsDefinition() {
        assertThat(Skew.HELLINGER.between(new double[] {1, 0}, new double[] {0, 1})).isEqualTo(1);
        // p = (1, 0), q = (0.25, 0.75): sqrt((0.25 + 0.75) / 2).
        assertThat(Skew.HELLINGER.between(new double[] {1, 0}, new double[] {0.25, 0.75}))
                .isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"skew_emd_one_class_of_ten, 1, 1.8", "skew_emd_two_class_of_ten, 2, 1.6"})
    void clientsWithFewClassesMatchTheKnownAnswer(String id, int classes, double expected) {
        int[][] counts = new int[10][10];
        for (int k = 0; k < 10; k++) {
            for (int c = 0; c < classes; c++) {
                counts[k][(k + c) % 10] = 6;
            }
        }
        assertThat(Skew.L1.weightedMean(counts)).as(id).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void equalMixesHaveNoSkewAndEmptyClientsDoNotCount(Skew skew) {
        int[][] counts = {{2, 4}, {0, 0}, {1, 2}};
        assertThat(skew.weightedMean(counts)).isZero();
        assertThat(skew.perClient(counts)[1]).isNaN();
        assertThat(skew.weightedMean(new int[][] {{0, 0}})).isNaN();
    }

    @Test
    void theMeanIsWeightedByExamples() {
        // All: (4, 2) / 6. Client 1: (1, 0), L1 2/3. Client 2: (1, 2) / 3 with L1 2/3.
        int[][] counts = {{3, 0}, {1, 2}};
        assertThat(Skew.L1.perClient(counts))
                .containsExactly(new double[] {2.0 / 3, 2.0 / 3}, within(1e-15));
        // All: (3, 1) / 4. Client 1: (3, 0): 1/2. Client 2: (0, 1): 3/2. Mean (3/2 + 3/2) / 4.
        assertThat(Skew.L1.weightedMean(new int[][] {{3, 0}, {0, 1}}))
                .isCloseTo(0.75, within(1e-15));
    }
}
