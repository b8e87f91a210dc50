package org.fedarium.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

class SamplersTest {
    private static final int DRAWS = 200_000;

    @Test
    void gaussiansHaveTheMomentsOfTheStandardNormal() {
        RandomStream stream = new RandomStream(1);
        double[] moments = new double[5];
        for (int i = 0; i < DRAWS; i++) {
            double x = Samplers.gaussian(stream);
            double power = 1;
            for (int m = 1; m <= 4; m++) {
                power *= x;
                moments[m] += power / DRAWS;
            }
        }
        assertThat(moments[1]).isCloseTo(0, within(0.01));
        assertThat(moments[2]).isCloseTo(1, within(0.02));
        assertThat(moments[3]).isCloseTo(0, within(0.05));
        assertThat(moments[4]).isCloseTo(3, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5, 40})
    void gammasHaveMeanAndVarianceOfTheirShape(double shape) {
        RandomStream stream = new RandomStream(2);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = StrictMath.exp(Samplers.logGamma(stream, shape));
            sum += x;
            squares += x * x;
        }
        double mean = sum / DRAWS;
        assertThat(mean).isCloseTo(shape, Percentage.withPercentage(2));
        assertThat(squares / DRAWS - mean * mean).isCloseTo(shape, Percentage.withPercentage(4));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "dirichlet_marginal_alpha0.1, 0.1, 0.045000000000000005, 0.55",
        "dirichlet_marginal_alpha1.0, 1, 0.008181818181818182, 0.18181818181818182",
        "dirichlet_marginal_alpha100.0, 100, 8.991008991008992e-05, 0.1008991008991009"
    })
    void dirichletMarginalsMatchTheKnownAnswer(String id, double alpha, double var, double sumSq) {
        RandomStream stream = new RandomStream(3);
        double[] concentration = new double[10];
        Arrays.fill(concentration, alpha);
        int draws = 100_000;
        double variance = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            for (double p : Samplers.dirichlet(stream, concentration)) {
                variance += (p - 0.1) * (p - 0.1) / (10.0 * draws);
                squares += p * p / draws;
            }
        }
        assertThat(variance).as(id).isCloseTo(var, Percentage.withPercentage(2));
        assertThat(squares).as(id).isCloseTo(sumSq, Percentage.withPercentage(2));
    }

    @Test
    void tinyConcentrationsNeverGiveAllZerosAndZeroGivesNothing() {
        RandomStream stream = new RandomStream(4);
        for (int i = 0; i < 1000; i++) {
            double[] p = Samplers.dirichlet(stream, new double[] {1e-4, 0, 1e-4, 1e-5});
            assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
            assertThat(p[1]).isZero();
        }
    }

    @Test
    void subsetsAreDistinctSortedAndEquallyLikely() {
        RandomStream stream = new RandomStream(5);
        int[] seen = new int[6];
        for (int i = 0; i < 30_000; i++) {
            int[] chosen = Samplers.withoutReplacement(stream, 6, 2);
            assertThat(chosen).hasSize(2).isSorted().doesNotHaveDuplicates();
            seen[chosen[0]]++;
            seen[chosen[1]]++;
        }
        assertThat(Arrays.stream(seen).boxed()).allMatch(n -> n > 9600 && n < 10_400);
    }
}
