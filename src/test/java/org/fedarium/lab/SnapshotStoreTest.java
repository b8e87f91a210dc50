package org.fedarium.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.math.NamedVectors;
import org.fedarium.simulation.SimulationState;
import org.junit.jupiter.api.Test;

class SnapshotStoreTest {
    private static SimulationState state(int round) {
        return new SimulationState(
                round,
                new double[100],
                NamedVectors.NONE,
                new NamedVectors[0],
                new NamedVectors[0],
                0,
                0,
                0);
    }

    @Test
    void memoryStaysUnderTheBudgetAndSpacingStaysEven() {
        SnapshotStore store = new SnapshotStore(20 * 800);
        for (int round = 0; round <= 1000; round++) {
            store.offer(state(round));
            assertThat(store.bytes()).isLessThanOrEqualTo(21 * 800);
        }
        int previous = -1;
        int largestGap = 0;
        for (int round = 0; round <= 1000; round++) {
            int found = store.floor(round).round();
            assertThat(found).isLessThanOrEqualTo(round);
            largestGap = Math.max(largestGap, round - found);
            assertThat(found).isGreaterThanOrEqualTo(previous);
            previous = found;
        }
        assertThat(largestGap).isLessThan(128);
    }

    @Test
    void theFirstAndTheNewestStateAreAlwaysKept() {
        SnapshotStore store = new SnapshotStore(4 * 800);
        for (int round = 0; round <= 77; round++) {
            store.offer(state(round));
            assertThat(store.parameters(round)).isNotNull();
            assertThat(store.parameters(0)).isNotNull();
        }
    }
}
