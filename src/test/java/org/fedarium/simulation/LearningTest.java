package org.fedarium.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenario;
import org.fedarium.experiment.Scenarios;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningTest {
    private static Experiment scenario(String id) {
        return Scenarios.find(id).map(Scenario::experiment).orElseThrow();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void threeIslandsLearnTogetherWhatNoneCanLearnAlone(long seed) {
        Experiment experiment = scenario("three-islands").withSeed(seed);
        Plan plan = Runs.plan(experiment);
        double together = Runs.metric(plan, Runs.steps(experiment).getLast(), "testAccuracy");
        ReferenceCurves curves = References.compute(plan, experiment.rounds());
        double alone = curves.localOnly()[curves.localOnly().length - 1][5];
        assertThat(together).isGreaterThanOrEqualTo(0.97);
        assertThat(alone).isLessThan(0.85);
    }

    @Test
    void digitsOnTwentyPhonesReachNinetyThreePercentWithinAHundredRounds() {
        Experiment experiment = scenario("digits-20-phones");
        Plan plan = Runs.plan(experiment);
        double best =
                Runs.steps(experiment).stream()
                        .mapToDouble(s -> Runs.metric(plan, s, "testAccuracy"))
                        .max()
                        .orElseThrow();
        assertThat(experiment.rounds()).isLessThanOrEqualTo(100);
        assertThat(best).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void aLearningRateThatIsTooHighMakesTheLossGrow() {
        Experiment experiment = scenario("learning-rate-too-high").with("rounds", 10L);
        Plan plan = Runs.plan(experiment);
        var steps = Runs.steps(experiment);
        assertThat(Runs.metric(plan, steps.getLast(), "trainLoss"))
                .isGreaterThan(100 * Runs.metric(plan, steps.getFirst(), "trainLoss"));
    }

    @Test
    void emptyShardsTakeNoPartInTheAverage() {
        Experiment experiment =
                Experiment.defaults()
                        .with("data.kind", "iris")
                        .with("partition.kind", "iid")
                        .with("partition.clients", 500L)
                        .with("rounds", 3L);
        ClientReports reports = Runs.steps(experiment).getLast().reports();
        int empty = 0;
        for (int s = 0; s < reports.size(); s++) {
            if (reports.statusOf(s) == ClientReports.Status.EMPTY) {
                empty++;
                assertThat(reports.weight()[s]).isZero();
                assertThat(reports.bytesUp()[s]).isZero();
            }
        }
        assertThat(empty).isEqualTo(380);
    }
}
