package org.fedarium.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenario;
import org.fedarium.experiment.Scenarios;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class RoundMeasuresTest {
    @Test
    void twoParabolasHaveTheDissimilarityOfTheirSlopes() {
        Experiment experiment =
                Scenarios.find("two-clients-pull-apart").map(Scenario::experiment).orElseThrow();
        Plan plan = Runs.plan(experiment);
        // F_k = a_k / 2 (w - c_k)^2, a = (1, 4), c = (0, 10): slopes at 5 are 5 and -20.
        ClientGradients at = ClientGradients.at(new double[] {5}, plan.model(), plan.data());
        assertThat(at.gradients()[0][0]).isCloseTo(5, within(1e-12));
        assertThat(at.gradients()[1][0]).isCloseTo(-20, within(1e-12));
        assertThat(at.dissimilarity()).isCloseTo(Math.sqrt(212.5) / 7.5, within(1e-12));
    }

    @Test
    void everyRoundChoosesItsCohort() {
        Experiment experiment =
                Experiment.defaults()
                        .with("data.kind", "iris")
                        .with("partition.kind", "iid")
                        .with("partition.clients", 200L)
                        .with("participation.fraction", 0.1)
                        .with("rounds", 10L);
        List<ClientReports> reports =
                Runs.steps(experiment).stream().map(StepRecord::reports).toList();
        int[] chosen = ParticipationCounts.chosen(reports, 200);
        int[] counted = ParticipationCounts.counted(reports, 200);
        assertThat(Arrays.stream(chosen).sum()).isEqualTo(200);
        // 120 training examples: the last 80 clients have none and never count.
        assertThat(Arrays.copyOf(counted, 120)).isEqualTo(Arrays.copyOf(chosen, 120));
        assertThat(Arrays.stream(counted, 120, 200).sum()).isZero();
    }
}
