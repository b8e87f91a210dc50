package org.fedarium.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.simulation.StepRecord;
import org.fedarium.simulation.UnderWay;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
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

    /// Eleven blocks.
    private static List<StepRecord> manySteps() {
        List<StepRecord> few = steps();
        List<StepRecord> many = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            many.add(few.get(i % few.size()));
        }
        return many;
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
    void whoIsAtWorkComesBackBitForBitFromTheFile() {
        List<StepRecord> steps =
                Runs.steps(
                        Experiment.defaults()
                                .with("data.kind", "penguins")
                                .with("partition.clients", 6L)
                                .with("network.kind", "lognormal")
                                .with("coordination.kind", "fedbuff")
                                .with("rounds", 200L));
        try (SpillFile spill = new SpillFile(1L << 30)) {
            StepColumns columns = new StepColumns(spill, 0);
            steps.forEach(columns::append);
            int atWork = 0;
            for (StepRecord step : steps) {
                UnderWay work = step.underWay();
                UnderWay back = columns.step(step.round()).underWay();
                assertThat(back.client()).isEqualTo(work.client());
                assertThat(back.version()).isEqualTo(work.version());
                assertThat(back.begin()).isEqualTo(work.begin());
                assertThat(back.downloadEnd()).isEqualTo(work.downloadEnd());
                assertThat(back.trainEnd()).isEqualTo(work.trainEnd());
                assertThat(back.uploadEnd()).isEqualTo(work.uploadEnd());
                assertThat(columns.step(step.round()).reports().client())
                        .isEqualTo(step.reports().client());
                atWork += work.size();
            }
            assertThat(atWork).isGreaterThan(200);
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

    @Test
    void anOldStepIsAtHandOnceItWasFetchedAndUntilOthersWere() {
        List<StepRecord> steps = manySteps();
        try (SpillFile spill = new SpillFile(1L << 30)) {
            StepColumns columns = new StepColumns(spill, 0);
            steps.forEach(columns::append);
            assertThat(columns.isAtHand(5)).isFalse();
            columns.fetch(5);
            assertThat(columns.isAtHand(5)).isTrue();
            assertThat(columns.isAtHand(63)).isTrue();
            assertThat(columns.isAtHand(64)).isFalse();
            assertThat(Bits.of(columns.step(5))).isEqualTo(Bits.of(steps.get(5)));
            for (int block = 1; block <= 7; block++) {
                columns.fetch(64 * block);
            }
            assertThat(columns.isAtHand(5)).isFalse();
        }
    }

    @Test
    void aStepThatIsLookedAtStaysAtHandWhileItsBlockGoesToTheFile() {
        List<StepRecord> steps = manySteps();
        List<String> reads = new ArrayList<>();
        try (SpillFile spill = new SpillFile(1L << 30, () -> reads.add("read"))) {
            StepColumns columns = new StepColumns(spill, 0);
            for (StepRecord step : steps) {
                columns.append(step);
                assertThat(columns.isAtHand(2)).isTrue();
            }
            assertThat(columns.isAtHand(100)).isFalse();
            assertThat(Bits.of(columns.step(2))).isEqualTo(Bits.of(steps.get(2)));
            assertThat(reads).isEmpty();
        }
    }

    @Test
    void metricsAndLossesOfAllStepsNeedNoFile() {
        List<StepRecord> steps = steps();
        List<String> reads = new ArrayList<>();
        try (SpillFile spill = new SpillFile(1L << 30, () -> reads.add("read"))) {
            StepColumns columns = new StepColumns(spill, 0);
            steps.forEach(columns::append);
            for (StepRecord step : steps) {
                assertThat(columns.metric(step.round(), 0)).isEqualTo(step.metrics()[0]);
                assertThat(columns.losses(step.round()).loss())
                        .isEqualTo(step.reports().lossAfter());
            }
            assertThat(reads).isEmpty();
        }
    }
}
