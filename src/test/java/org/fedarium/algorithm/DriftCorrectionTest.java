package org.fedarium.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.support.Quadratics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Closed forms on quadratic losses; names in comments are known-answer ids.
class DriftCorrectionTest {
    private static Quadratics pair() {
        return Quadratics.from(3).parabola(1, 0).parabola(4, 10);
    }

    /// f1 = mu x^2 + G x, f2 = -G x with mu = 1, G = 10; optimum 0.
    private static Quadratics scaffoldPair() {
        return Quadratics.from(1).client(1, new double[] {2}, 10).client(1, new double[] {0}, -10);
    }

    @Test
    void fedAvgAfterOneRoundOfFiveSteps() {
        // fedavg_quadratic_round1_E5
        assertThat(pair().run(0.1, 5, 1)[0]).isCloseTo(5.613575, within(1e-12));
    }

    @Test
    void fedAvgWithOneStepFindsTheWeightedOptimumInTwoDimensions() {
        // fedavg_quadratic2d_E1_is_optimum
        Quadratics three =
                Quadratics.from(0, 0)
                        .client(2, new double[] {2, 0.5, 0.5, 1}, -2, -0.5)
                        .client(3, new double[] {1, -0.3, -0.3, 3}, 1.6, -6.3)
                        .client(5, new double[] {0.5, 0, 0, 4}, 0, 12)
                        .weighted();
        double[] end = three.run(0.1, 1, 600);
        assertThat(end[0]).isCloseTo(-0.07059662467316372, within(1e-9));
        assertThat(end[1]).isCloseTo(-1.2933206560494415, within(1e-9));
    }

    @ParameterizedTest(name = "{0} local steps leave a bias of {1}")
    @CsvSource({"1,0", "2,0.26315789473684403"})
    void fedAvgIsBiasedOnTheScaffoldPair(int steps, double bias) {
        // scaffold_pair_fedavg_bias_K1, _K2
        assertThat(scaffoldPair().run(0.05, steps, 500)[0]).isCloseTo(bias, within(1e-8));
    }

    @ParameterizedTest(name = "option {0}")
    @ValueSource(strings = {"I", "II"})
    void scaffoldReachesTheOptimumWhereFedAvgIsBiased(String option) {
        // scaffold_option1_converges_K10, scaffold_option2_converges_K10
        var scaffold = Quadratics.algorithm("scaffold", "option", option);
        assertThat(scaffoldPair().algorithm(scaffold).run(0.05, 10, 500)[0])
                .isCloseTo(0, within(1e-8));
        assertThat(pair().algorithm(scaffold).run(0.1, 5, 500)[0]).isCloseTo(8, within(1e-6));
    }

    @ParameterizedTest(name = "mu {0} ends at {1}")
    @CsvSource({"0.1,5.176470588235294", "1.0,6.153846153846153"})
    void fedProxWithExactLocalSolvesGoesToItsFixedPoint(double mu, double fixedPoint) {
        // fedprox_exact_prox_fixed_point_mu0.1, _mu1.0
        double[] end =
                pair().algorithm(Quadratics.algorithm("fedprox", "mu", mu)).run(0.1, 400, 300);
        assertThat(end[0]).isCloseTo(fixedPoint, within(1e-7));
    }

    @Test
    void fedProxWithoutASpringIsFedAvgBitForBit() {
        double[] prox = pair().algorithm(Quadratics.algorithm("fedprox", "mu", 0.0)).run(0.1, 5, 9);
        assertThat(prox).isEqualTo(pair().run(0.1, 5, 9));
    }

    @ParameterizedTest(name = "participation {0}")
    @ValueSource(doubles = {1, 0.5})
    void fedDynReachesTheTrueOptimumAlsoWithPartialParticipation(double participation) {
        // feddyn_fixed_point
        double[] end =
                pair().participation(participation)
                        .algorithm(Quadratics.algorithm("feddyn", "alpha", 1.0))
                        .run(0.1, 200, 800);
        assertThat(end[0]).isCloseTo(8, within(1e-6));
    }

    @Test
    void fedNovaWithEqualStepsIsFedAvg() {
        double[] nova = pair().algorithm(Quadratics.algorithm("fednova")).run(0.1, 5, 20);
        assertThat(nova[0]).isCloseTo(pair().run(0.1, 5, 20)[0], within(1e-12));
    }

    @Test
    void fedNovaNormalisesMomentumByTheWeightsOfItsGradients() {
        // Two steps with rho = 0.5 from 0 towards 1, a = 1, eta = 0.1: g = -1, u = -1, y = 0.1;
        // g = -0.9, u = -1.4, y = 0.24. With one client tau_eff / ||a|| = 1: the round ends there.
        double[] end =
                Quadratics.from(0)
                        .parabola(1, 1)
                        .momentum(0.5)
                        .algorithm(Quadratics.algorithm("fednova"))
                        .run(0.1, 2, 1);
        assertThat(end[0]).isCloseTo(0.24, within(1e-15));
    }

    @Test
    void fedAvgMAddsUpItsSteps() {
        // From 1: Delta = -0.1, v = 0.1, x = 0.9; Delta = -0.09, v = 0.05 + 0.09, x = 0.76.
        double[] end =
                Quadratics.from(1)
                        .parabola(1, 0)
                        .algorithm(Quadratics.algorithm("fedavgm", "beta", 0.5))
                        .run(0.1, 1, 2);
        assertThat(end[0]).isCloseTo(0.76, within(1e-15));
    }

    @Test
    void mimeLiteStepsAlongTheServersMomentum() {
        // beta = 0.5, from 1. Round 1: m = 0, y = 1 - 0.1 * 0.5 = 0.95, then m = 0.5.
        // Round 2: y = 0.95 - 0.1 (0.5 * 0.95 + 0.5 * 0.5) = 0.8775.
        double[] end =
                Quadratics.from(1)
                        .parabola(1, 0)
                        .algorithm(Quadratics.algorithm("mimelite", "beta", 0.5))
                        .run(0.1, 1, 2);
        assertThat(end[0]).isCloseTo(0.8775, within(1e-15));
    }

    @Test
    void qFedAvgWithoutFairnessIsTheUniformMean() {
        double[] fair = pair().algorithm(Quadratics.algorithm("qfedavg", "q", 0.0)).run(0.1, 3, 10);
        assertThat(fair[0]).isCloseTo(pair().run(0.1, 3, 10)[0], within(1e-12));
    }
}
