package org.fedarium.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.BadInput;
import org.fedarium.math.RandomStream;
import org.fedarium.privacy.RdpAccountant.Guarantee;
import org.fedarium.privacy.Statement.Mechanism;
import org.fedarium.privacy.Statement.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClippingAndNoiseTest {
    @Test
    void l2_clip() {
        double[] update = {3, 4};
        assertThat(Clipping.clip(update, 1)).isFalse();
        assertThat(update).containsExactly(new double[] {0.6, 0.8}, within(1e-12));
    }

    @Test
    void updatesWithinTheBoundStayAndInfiniteOnesAreDropped() {
        double[] small = {0.3, -0.4};
        assertThat(Clipping.clip(small, 0.5)).isTrue();
        assertThat(small).containsExactly(0.3, -0.4);
        double[] broken = {Double.NaN, 1};
        assertThat(Clipping.clip(broken, 1)).isFalse();
        assertThat(broken).containsExactly(0, 0);
    }

    @Test
    void dp_noise_std_flower() {
        assertThat(NoiseCalibration.onMeanSampled(1, 0.5, 10)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void theFixedDenominatorIsTheExpectedCohort() {
        assertThat(NoiseCalibration.onMeanFixed(1.2, 0.5, 0.1, 200)).isCloseTo(0.03, within(1e-15));
        double share = NoiseCalibration.ofShare(1.2, 0.5, 9);
        assertThat(9 * share * share).isCloseTo(0.6 * 0.6, within(1e-15));
    }

    @Test
    void dp_adaptive_clip_update() {
        assertThat(new AdaptiveClipping(0.2, 0.5).next(0.1, 0.8))
                .isCloseTo(0.09417645335842488, within(1e-12));
    }

    @Test
    void theBoundFindsTheQuantile() {
        AdaptiveClipping rule = new AdaptiveClipping(0.2, 0.5);
        RandomStream noise = new RandomStream(4);
        double bound = 0.1;
        for (int round = 0; round < 300; round++) {
            int within = 0;
            for (int k = 1; k <= 100; k++) {
                within += k / 10.0 <= bound ? 1 : 0;
            }
            double sigma = AdaptiveClipping.countNoise(100);
            bound = rule.next(bound, AdaptiveClipping.noisyShare(within, 100, sigma, noise));
        }
        assertThat(bound).isBetween(4.0, 6.0);
    }

    @Test
    void countAndUpdatesTogetherCostWhatOneMechanismWould() {
        double z = AdaptiveClipping.noiseForUpdates(1.1, 5);
        // RDP of the Gaussian mechanism: 1 / z^2 adds up. The count has sensitivity 1/2 around 1/2.
        assertThat(1 / (z * z) + 1 / (4.0 * 25)).isCloseTo(1 / (1.1 * 1.1), within(1e-15));
        assertThatThrownBy(() -> AdaptiveClipping.noiseForUpdates(2, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("2.0 must be below twice the noise 1.0");
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "true, POISSON, 0, 1, no-clipping",
        "true, POISSON, 1, 0, no-noise",
        "false, POISSON, 1, 1, example-weights",
        "true, FIXED_SIZE, 1, 1, fixed-size",
        "true, POISSON, 1, 1, private"
    })
    void everyConditionIsNamed(
            boolean equal, Sampling sampling, double bound, double noise, String code) {
        Statement statement =
                Statement.of(
                        new Mechanism(equal, sampling, bound, noise),
                        20,
                        new Guarantee(3.25, 1e-5, 8));
        assertThat(statement.code()).isEqualTo(code);
        assertThat(statement.isPrivate()).isEqualTo(code.equals("private"));
        assertThat(statement.sentence()).endsWith(".").doesNotContain("{");
        if (statement.isPrivate()) {
            assertThat(statement.sentence()).contains("20 rounds", "(3.25, 1.0E-5)", "one client");
        } else {
            assertThat(statement.sentence()).startsWith("Not private");
        }
    }

    @Test
    void anInfiniteEpsilonIsNoPromise() {
        Mechanism mechanism = new Mechanism(true, Sampling.POISSON, 1, 1e-9);
        Statement statement =
                Statement.of(
                        mechanism, 1, new Guarantee(Double.POSITIVE_INFINITY, 1e-5, Double.NaN));
        assertThat(statement.isPrivate()).isFalse();
    }
}
