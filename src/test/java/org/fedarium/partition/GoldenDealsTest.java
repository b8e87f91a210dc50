package org.fedarium.partition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

/// Deals are part of results: a change of their bits is a change of every run.
class GoldenDealsTest {
    @ParameterizedTest
    @CsvSource({
        "iid, -1079005803",
        "dirichlet-by-class, -156445825",
        "dirichlet-by-client, 1090537663"
    })
    void dealsStayAsTheyAre(String id, int golden) {
        Partition rule = Partitions.ALL.find(id);
        int hash = 1;
        for (int seed = 0; seed < 10; seed++) {
            int[][] hands =
                    PartitionTest.deal(
                            rule,
                            PartitionTest.request(303, 7),
                            PartitionTest.values(rule, "clients", 20),
                            seed);
            hash = 31 * hash + Arrays.deepHashCode(hands);
        }
        assertThat(hash).isEqualTo(golden);
    }
}
