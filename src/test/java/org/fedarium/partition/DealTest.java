package org.fedarium.partition;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.catalog.Values;
import org.fedarium.data.Dataset;
import org.fedarium.data.Examples;
import org.fedarium.data.Hands;
import org.fedarium.data.Roles;
import org.fedarium.data.Task;
import org.fedarium.math.Randomness;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class DealTest {
    private static Dataset regression(int rows) {
        double[] targets = new double[rows];
        for (int i = 0; i < rows; i++) {
            targets[i] = i;
        }
        return new Dataset(
                "t",
                "t",
                Task.REGRESSION,
                "y",
                List.of("a"),
                List.of(),
                new Examples(new double[rows], rows, 1, new int[0], targets),
                new int[0],
                List.of(),
                null,
                List.of());
    }

    @Test
    void regressionTargetsAreBinnedByTheTrainingDeciles() {
        int[] train = java.util.stream.IntStream.range(0, 100).toArray();
        Partition.Request request = Deal.request(regression(120), train);
        assertThat(request.classes()).isEqualTo(10);
        assertThat(request.classOf()[0]).isZero();
        assertThat(request.classOf()[9]).isZero();
        assertThat(request.classOf()[10]).isEqualTo(1);
        assertThat(request.classOf()[99]).isEqualTo(9);
        assertThat(request.classOf()[119]).isEqualTo(9);
    }

    @Test
    void allThreePoolsAreDealtCompletely() {
        Roles roles = new Roles(new int[] {0, 2, 4, 6, 8}, new int[] {1, 3}, new int[] {5, 7, 9});
        for (Partition rule : Partitions.ALL.entries().subList(0, 3)) {
            Values values = Values.defaults(rule.describe()).with("clients", 2);
            Hands hands = Deal.of(rule, values, regression(10), roles, new Randomness(3));
            assertThat(hands.clients()).containsExactly("C1", "C2");
            assertThat(union(hands.train())).containsExactly(roles.train());
            assertThat(union(hands.validation())).containsExactly(roles.validation());
            assertThat(union(hands.test())).containsExactly(roles.test());
        }
    }

    private static int[] union(int[][] hands) {
        return Arrays.stream(hands).flatMapToInt(Arrays::stream).sorted().toArray();
    }
}
