package org.fedarium.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Which algorithm goes with which coordination.
class ObjectionsTest {
    private static final String TABLE =
            """
                       rounds fedasync fedbuff d-psgd gossip
            fedavg     yes    yes      yes     yes    yes
            fedsgd     yes    yes      yes     yes    yes
            fedavgm    yes    no       yes     no     no
            fedprox    yes    yes      yes     yes    yes
            scaffold   yes    no       no      no     no
            fednova    yes    no       no      no     no
            feddyn     yes    no       no      no     no
            fedadagrad yes    no       yes     no     no
            fedadam    yes    no       yes     no     no
            fedyogi    yes    no       yes     no     no
            mimelite   yes    no       no      no     no
            qfedavg    yes    no       no      no     no
            ditto      yes    yes      yes     no     no
            fedper     yes    yes      yes     no     no
            ifca       yes    no       no      no     no
            """;

    private static List<List<String>> rows() {
        return TABLE.lines().map(line -> List.of(line.strip().split(" +"))).toList();
    }

    private static @Nullable String objection(String algorithm, String coordination) {
        FederatedAlgorithm rule = Algorithms.ALL.find(algorithm);
        Note objection =
                Coordinations.ALL
                        .find(coordination)
                        .objectionTo(rule, Values.defaults(rule.describe()));
        return objection == null ? null : objection.sentence();
    }

    @Test
    void theTableNamesEveryAlgorithmAndCoordination() {
        assertThat(rows().getFirst())
                .containsExactlyElementsOf(
                        Coordinations.ALL.entries().stream().map(c -> c.describe().id()).toList());
        assertThat(rows().stream().skip(1).map(List::getFirst))
                .containsExactlyElementsOf(
                        Algorithms.ALL.entries().stream().map(a -> a.describe().id()).toList());
    }

    @Test
    void anObjectionIsRaisedWhereTheTableSaysNoAndNowhereElse() {
        List<String> coordinations = rows().getFirst();
        for (List<String> row : rows().subList(1, rows().size())) {
            for (int c = 0; c < coordinations.size(); c++) {
                String objection = objection(row.getFirst(), coordinations.get(c));
                assertThat(objection == null ? "yes" : "no")
                        .as(row.getFirst() + " with " + coordinations.get(c) + ": " + objection)
                        .isEqualTo(row.get(c + 1));
            }
        }
    }

    @Test
    void everyObjectionIsASentenceThatNamesTheAlgorithm() {
        for (FederatedAlgorithm algorithm : Algorithms.ALL.entries()) {
            for (Coordination coordination : Coordinations.ALL.entries()) {
                Note objection =
                        coordination.objectionTo(algorithm, Values.defaults(algorithm.describe()));
                if (objection != null) {
                    assertThat(objection.code()).startsWith("objection.");
                    assertThat(objection.sentence())
                            .startsWith(algorithm.describe().name())
                            .endsWith(".")
                            .doesNotContain("{", "?");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scaffold | fedbuff  | also sends control, whose mean
                    mimelite | fedasync | also sends gradient, whose mean
                    feddyn   | fedbuff  | keeps g at every client
                    fednova  | fedbuff  | the mean of normaliser
                    qfedavg  | fedasync | the mean of h
                    fedadam  | fedasync | makes the server's step from m, v
                    fedadam  | d-psgd   | keeps m, v at the server
                    fednova  | gossip   | a server that combines normaliser
                    ditto    | d-psgd   | a model beside the global one
                    """)
    void theObjectionSaysWhatIsInTheWay(String algorithm, String coordination, String reason) {
        assertThat(objection(algorithm, coordination)).contains(reason);
    }

    /// A new algorithm that only asks for a certain mean.
    @Test
    void anAlgorithmThatIsDefinedByAMeanNeedsAServerThatHasSeveralUpdates() {
        FederatedAlgorithm defined =
                new FederatedAlgorithm() {
                    @Override
                    public Descriptor describe() {
                        return new FedAvg().describe();
                    }

                    @Override
                    public String aggregation() {
                        return "uniform-mean";
                    }
                };
        Values values = Values.defaults(defined.describe());
        assertThat(new FedAsync().objectionTo(defined, values)).asString().contains("one by one");
        assertThat(new FedBuff().objectionTo(defined, values)).isNull();
        assertThat(new Gossip().objectionTo(defined, values))
                .asString()
                .contains("there is no server");
    }
}
