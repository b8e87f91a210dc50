package org.fedarium.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.Chosen;
import org.fedarium.catalog.Values;
import org.fedarium.math.NamedVectors;
import org.fedarium.math.Randomness;
import org.fedarium.support.Quadratics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// The server's step on given updates; names in comments are known-answer ids.
class ServerStepTest {

    private static double[] steps(
            Chosen<FederatedAlgorithm> algorithm, double start, double rate, double... deltas) {
        FederatedAlgorithm rule = algorithm.entry();
        NamedVectors server = NamedVectors.zeros(rule.serverState(algorithm.values()), 1);
        double[] model = {start};
        rule.initialiseServer(
                server,
                Quadratics.from(start).parabola(1, 0).simulation(0.1, 1).plan().model(),
                model,
                algorithm.values(),
                new Randomness(1));
        double[] trace = new double[deltas.length];
        for (int round = 1; round <= deltas.length; round++) {
            NamedVectors aggregate = NamedVectors.zeros(List.of("model"), 1);
            aggregate.get(0)[0] = deltas[round - 1];
            rule.serverUpdate(
                    new ServerContext(
                            round,
                            model,
                            server,
                            aggregate,
                            new double[0],
                            new Training(0.1, 1, 0, rate, 0),
                            algorithm.values(),
                            1,
                            1));
            trace[round - 1] = model[0];
        }
        return trace;
    }

    private static void assertSteps(double[] actual, double tolerance, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(tolerance));
        }
    }

    @Test
    void serverMomentumHasNoDampening() {
        // server_sgdm_momentum_0.5_tff
        double[] steps =
                steps(Quadratics.algorithm("fedavgm", "beta", 0.5), 1, 0.01, -2, -2, -2, -2);
        assertSteps(steps, 1e-6, 0.98, 0.95, 0.915, 0.8775);
    }

    @Test
    void fedAdagradOfTensorFlowFederated() {
        // server_adagrad_tff (v0 = 0, tau = 0)
        var adagrad = Quadratics.algorithm("fedadagrad", "v0", 0.0, "tau", 1e-12);
        double[] steps = steps(adagrad, 1, 0.01, -2, -2, -2, -2);
        assertSteps(steps, 1e-6, 0.99, 0.9829289, 0.9771554, 0.9721554);
    }

    @Test
    void fedAdagradOfFlower() {
        // fedadagrad_flower: the mean of 0.2 and 1.0 is 0.5 above 0.1
        var adagrad = Quadratics.algorithm("fedadagrad", "v0", 0.0, "tau", 0.5);
        assertSteps(steps(adagrad, 0.1, 0.1, 0.5), 1e-6, 0.15);
    }

    @Test
    void fedAdagradOverThreeRounds() {
        // fedadagrad_3rounds
        double[] steps =
                steps(Quadratics.algorithm("fedadagrad", "v0", 0.0), 0.1, 0.1, 0.5, -0.2, 0.3);
        assertSteps(steps, 1e-10, 0.1998003992015968, 0.16273016925504868, 0.21131777608797964);
    }

    @ParameterizedTest(name = "correction {0}")
    @CsvSource({
        // fedadam_reddi_v0_zero, fedadam_flower_variant, fedadam_kingma_variant
        "none,0.19803921568627447,0.2438108114359422,0.3282069774512615",
        "flower,0.17279017533367333,0.2018981708031563,0.25061293918789357",
        "kingma,0.19803921568627453,0.2320227849814619,0.28569369546164725"
    })
    void fedAdamInItsThreeForms(String correction, double one, double two, double three) {
        var adam = Quadratics.algorithm("fedadam", "v0", 0.0, "correction", correction);
        assertSteps(steps(adam, 0.1, 0.1, 0.5, -0.2, 0.3), 1e-10, one, two, three);
    }

    @Test
    void fedYogiOverThreeRounds() {
        // fedyogi_v0_zero
        double[] steps =
                steps(Quadratics.algorithm("fedyogi", "v0", 0.0), 0.1, 0.1, 0.5, -0.2, 0.3);
        assertSteps(steps, 1e-10, 0.19803921568627447, 0.243616697638107, 0.3274234191847959);
    }

    @Test
    void adaptiveServersStartAtTauSquaredAsPublished() {
        // v = 0.99 * 1e-6 + 0.01 * 0.25; m = 0.05.
        double v = 0.99e-6 + 0.0025;
        double expected = 0.1 + 0.1 * 0.05 / (Math.sqrt(v) + 1e-3);
        assertSteps(steps(Quadratics.algorithm("fedadam"), 0.1, 0.1, 0.5), 1e-15, expected);
    }

    @ParameterizedTest(name = "q = {0}")
    @CsvSource({
        // qfedavg_q0, qfedavg_q0.1
        "0,0.8333333333333334,1.7666666666666666",
        "0.1,0.8838372130720682,1.811809231981678"
    })
    void qFedAvgOfGivenModelsAndLosses(double q, double first, double second) {
        double[][] locals = {{0.8, 1.9}, {0.5, 2.4}, {1.2, 1.0}};
        double[] losses = {0.5, 1, 2};
        double[] model = {1, 2};
        NamedVectors aggregate = NamedVectors.zeros(List.of("model"), 2);
        double[] mean = aggregate.get(0);
        double h = 0;
        for (int k = 0; k < 3; k++) {
            double[] change = {locals[k][0] - 1, locals[k][1] - 2};
            h += QFedAvg.weigh(change, losses[k], q, 10) / 3;
            mean[0] += change[0] / 3;
            mean[1] += change[1] / 3;
        }
        new QFedAvg()
                .serverUpdate(
                        new ServerContext(
                                1,
                                model,
                                NamedVectors.NONE,
                                aggregate,
                                new double[] {h},
                                new Training(0.1, 1, 0, 1, 0),
                                Quadratics.algorithm("qfedavg", "q", q).values(),
                                3,
                                3));
        assertThat(model[0]).isCloseTo(first, within(1e-8));
        assertThat(model[1]).isCloseTo(second, within(1e-8));
    }

    @Test
    void momentumOnTheClientIsForgottenBetweenUpdates() {
        Values values = Values.defaults(new Momentum().describe()).with("rho", 0.5);
        Optimizer.Stepper stepper = new Momentum().newStepper(1, values);
        double[] y = {0};
        stepper.reset();
        stepper.step(y, new double[] {1}, 0.1);
        stepper.step(y, new double[] {1}, 0.1);
        assertThat(y[0]).isCloseTo(-0.25, within(1e-15));
        stepper.reset();
        stepper.step(y, new double[] {1}, 0.1);
        assertThat(y[0]).isCloseTo(-0.35, within(1e-15));
    }
}
