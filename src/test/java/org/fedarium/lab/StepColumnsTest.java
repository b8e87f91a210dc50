package org.fedarium.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.simulation.StepRecord;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;

import java.util.List;

class StepColumnsTest {
    private static List<StepRecord> steps() {
        return Runs.steps(
                Experiment.defaults()
                        .with("data.kind", "penguins")
                        .with("partition.clients", 6L)
                        .with("participation.fraction", 0.5)
                        .with("rounds", 200L));
    }

    @Test
    void everyStepComesBackBitForBitFromMemoryAndFromTheFile() {
        List<StepRecord> steps = steps();
        try (SpillFile spill = new SpillFile(1L << 30)) {
            // A budget of nothing: all full blocks but the newest go to the file.
            StepColumns columns = new StepColumns(spill, 0);
            steps.forEach(columns::append);
            assertThat(columns.last()).isEqualTo(200);
            for (StepRecord step : steps) {
                assertThat(Bits.of(columns.step(step.round()))).isEqualTo(Bits.of(step));
            }
        }
    }

    @Test
    void whenTheFileIsFullEverythingStaysInMemory() {
        List<StepRecord> steps = steps();
        try (SpillFile full = new SpillFile(10)) {
            StepColumns columns = new StepColumns(full, 0);
            steps.forEach(columns::append);
            assertThat(Bits.of(columns.step(3))).isEqualTo(Bits.of(steps.get(3)));
        }
    }

    @Test
    void aClientOutsideTheCohortHasNoLoss() {
        List<StepRecord> steps = steps();
        try (SpillFile spill = new SpillFile(1L << 20)) {
            StepColumns columns = new StepColumns(spill, 1L << 20);
            steps.forEach(columns::append);
            for (int client = 0; client < 6; client++) {
                int slot = steps.get(1).reports().slotOf(client);
                double loss = columns.losses(1).of(client);
                if (slot < 0) {
                    assertThat(loss).isNaN();
                } else {
                    assertThat(loss).isEqualTo(steps.get(1).reports().lossAfter()[slot]);
                }
            }
        }
    }
}
