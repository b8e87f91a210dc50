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

    private static SimulationState marked(int round) {
        double[] model = new double[100];
        model[7] = round + 0.5;
        NamedVectors server = NamedVectors.zeros(java.util.List.of("h"), 3);
        server.get("h")[1] = -round;
        NamedVectors[] clients = {NamedVectors.zeros(java.util.List.of("c"), 2)};
        clients[0].get(0)[0] = 3.0 * round;
        NamedVectors[] unsent = {NamedVectors.zeros(java.util.List.of("model", "control"), 3)};
        unsent[0].get("control")[2] = round;
        return new SimulationState(
                round, model, server, clients, unsent, 0.1 * round, round, 2L * round);
    }

    @Test
    void statesInTheFileComeBackWhole() {
        try (SpillFile file = new SpillFile(1L << 30)) {
            SnapshotStore store = new SnapshotStore(5 * marked(0).size(), file);
            for (int round = 0; round <= 300; round++) {
                store.offer(marked(round));
            }
            assertThat(store.bytes()).isLessThanOrEqualTo(5 * marked(0).size());
            for (int round = 0; round <= 300; round++) {
                SimulationState back = store.floor(round);
                assertThat(StateCodec.write(back)).isEqualTo(StateCodec.write(marked(round)));
            }
        }
    }

    @Test
    void statesMayChangeTheirShapeWhenSettingsChange() {
        try (SpillFile file = new SpillFile(1L << 30)) {
            SnapshotStore store = new SnapshotStore(5 * marked(0).size(), file);
            for (int round = 0; round <= 100; round++) {
                store.offer(round / 20 % 2 == 0 ? marked(round) : state(round));
            }
            for (int round = 0; round <= 100; round++) {
                SimulationState then = round / 20 % 2 == 0 ? marked(round) : state(round);
                assertThat(StateCodec.write(store.floor(round))).isEqualTo(StateCodec.write(then));
            }
        }
    }

    @Test
    void whenTheFileIsFullTooTheSpacingDoubles() {
        try (SpillFile file = new SpillFile(50 * 1000)) {
            SnapshotStore store = new SnapshotStore(5 * marked(0).size(), file);
            for (int round = 0; round <= 1000; round++) {
                store.offer(marked(round));
            }
            for (int round = 0; round <= 1000; round++) {
                SimulationState back = store.floor(round);
                assertThat(back.round()).isGreaterThan(round - 64);
                assertThat(StateCodec.write(back))
                        .isEqualTo(StateCodec.write(marked(back.round())));
            }
        }
    }

    @Test
    void memoryStaysUnderTheBudgetAndSpacingStaysEven() {
        SnapshotStore store = new SnapshotStore(20 * 800, new SpillFile(0));
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
        SnapshotStore store = new SnapshotStore(4 * 800, new SpillFile(0));
        for (int round = 0; round <= 77; round++) {
            store.offer(state(round));
            assertThat(store.parameters(round)).isNotNull();
            assertThat(store.parameters(0)).isNotNull();
        }
    }
}
