package org.fedarium.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// FedAvg on F_i(w) = a_i / 2 (w - c_i)^2 with a = (1, 4), c = (0, 10): known answers
/// fedavg_quadratic_fixed_point_E1, _E2, _E5.
class FedAvgQuadraticTest {
    private static Experiment quadratic(int epochs, int rounds) {
        return Scenarios.find("two-clients-pull-apart")
                .orElseThrow()
                .experiment()
                .with("training.epochs", (long) epochs)
                .with("rounds", (long) rounds);
    }

    @ParameterizedTest(name = "{0} local epochs end at {1}")
    @CsvSource({"1,8.0", "2,7.710843373493977", "5,6.925023465365123"})
    void fedAvgGoesToItsBiasedFixedPoint(int epochs, double fixedPoint) {
        Simulation end = Runs.finished(quadratic(epochs, 150));
        assertThat(end.parameters()[0]).isCloseTo(fixedPoint, within(1e-9));
    }

    @Test
    void theFirstRoundIsTheMeanOfTwoHandComputedWalks() {
        // From 0: client 1 stays at 0; client 2 goes to 10 (1 - 0.6^5) = 9.2224; the mean is
        // 4.6112.
        Simulation end = Runs.finished(quadratic(5, 1));
        assertThat(end.parameters()[0]).isCloseTo(4.6112, within(1e-12));
    }

    @Test
    void theClosedFormOptimumIsEight() {
        ReferenceCurves curves = References.compute(Runs.plan(quadratic(5, 3)), 3);
        assertThat(curves.optimumParameters()).hasSize(1);
        assertThat(curves.optimumParameters()[0]).isCloseTo(8, within(1e-12));
        assertThat(curves.optimum()[0]).isCloseTo(20, within(1e-9));
    }

    @Test
    void reportsCarryTheHandComputedNormsWeightsAndLosses() {
        StepRecord first = Runs.steps(quadratic(1, 1)).get(1);
        ClientReports reports = first.reports();
        // Client 2 moves from 0 to 0.1 * 4 * 10 = 4; client 1 does not move.
        assertThat(reports.updateNorm()).containsExactly(0, 4);
        assertThat(reports.weight()).containsExactly(0.5, 0.5);
        assertThat(reports.lossBefore()).containsExactly(0, 200);
        assertThat(reports.lossAfter()[1]).isCloseTo(0.5 * 4 * 36, within(1e-9));
        assertThat(reports.cosine()[0]).isNaN();
        assertThat(reports.cosine()[1]).isEqualTo(1);
        assertThat(reports.distance()).containsExactly(2, 2);
        assertThat(first.updateNorm()).isEqualTo(2);
    }
}
