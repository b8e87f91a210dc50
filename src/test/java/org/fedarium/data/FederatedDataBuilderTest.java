package org.fedarium.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.Note;
import org.fedarium.data.Preparation.Mode;
import org.junit.jupiter.api.Test;

import java.util.List;

class FederatedDataBuilderTest {
    private static final Note DEALT = Note.of("dealt", "dealt");

    private static final Dataset DATA =
            CsvReaderTest.read(
                    "a,b,y\n1,0.1,10\n3,0.1,20\n5,0.1,30.5\n100,7,40\n", CsvReaderTest.PLAIN);
    private static final Roles ROLES = new Roles(new int[] {0, 1, 2}, new int[0], new int[] {3});

    private static PreparedData build(Mode mode, boolean target, int[][] train, int[][] test) {
        return FederatedDataBuilder.build(
                DATA,
                ROLES,
                new Hands(List.of("A", "B"), train, new int[2][0], test, List.of(DEALT)),
                new Preparation(mode, target, 0.2, 0));
    }

    @Test
    void pooledStatisticsComeFromTrainingRowsOnlyAndConstantColumnsBecomeZero() {
        PreparedData data =
                build(Mode.POOLED, false, new int[][] {{0, 2}, {1}}, new int[][] {{}, {3}});
        // Mean 3, population deviation sqrt(8 / 3).
        double d = Math.sqrt(8.0 / 3);
        assertThat(data.data().train().x())
                .containsExactly(new double[] {-2 / d, 0, 2 / d, 0, 0, 0}, within(1e-15));
        assertThat(data.data().test().x())
                .containsExactly(new double[] {97 / d, 6.9}, within(1e-13));
        assertThat(data.data().train().targets()).containsExactly(10, 30.5, 20);
        assertThat(data.data().validation().rows()).isZero();
    }

    @Test
    void pooledStatisticsAreCountedInBytesAndNoted() {
        PreparedData data =
                build(Mode.POOLED, true, new int[][] {{0, 2}, {1}}, new int[][] {{}, {3}});
        // Two inputs and the target, two clients, two doubles each way.
        assertThat(data.statisticsBytes()).isEqualTo(3 * 2 * 4 * 8);
        assertThat(data.notes()).hasSize(2).first().isEqualTo(DEALT);
        assertThat(data.notes().get(1).sentence())
                .startsWith("Pooled standardisation")
                .contains("192 bytes");
        assertThat(build(Mode.NONE, false, new int[][] {{0, 2}, {1}}, new int[2][0]).notes())
                .containsExactly(DEALT);
    }

    @Test
    void clientsWithTheirOwnStatisticsUseOnlyTheirOwnTrainingRows() {
        PreparedData data =
                build(Mode.PER_CLIENT, false, new int[][] {{0, 2}, {1}}, new int[][] {{3}, {3}});
        // A: mean 3, deviation 2. B: a single row, so its mean is taken off and nothing is scaled.
        assertThat(data.data().shards().get(0).train().x()).containsExactly(-1, 0, 1, 0);
        assertThat(data.data().shards().get(1).train().x()).containsExactly(0, 0);
        assertThat(data.data().test().x())
                .containsExactly(new double[] {48.5, 6.9, 97, 6.9}, within(1e-13));
        assertThat(data.statisticsBytes()).isZero();
        assertThat(data.notes().getLast().sentence())
                .startsWith("Clients with fewer than 2 training examples: 1.");
    }

    @Test
    void aClientWithoutTrainingRowsIsAllowedAndNoted() {
        PreparedData data =
                build(Mode.PER_CLIENT, true, new int[][] {{0, 1, 2}, {}}, new int[][] {{}, {3}});
        assertThat(data.data().shards().get(1).train().rows()).isZero();
        assertThat(data.data().shards().get(1).test().x()).containsExactly(100, 7);
        assertThat(data.notes())
                .extracting(Note::sentence)
                .contains("Clients without training examples: 1.");
    }

    @Test
    void aStandardisedTargetComesBackInItsUnits() {
        PreparedData data =
                build(Mode.NONE, true, new int[][] {{0, 2}, {1}}, new int[][] {{}, {3}});
        double mean = 60.5 / 3;
        assertThat(data.targetMean()).isCloseTo(mean, within(1e-14));
        double back = data.data().test().targets()[0] * data.targetScale() + data.targetMean();
        assertThat(back).isCloseTo(40, within(1e-12));
        assertThat(data.data().inputs()).isEqualTo(2);
    }
}
