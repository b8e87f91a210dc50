package org.fedarium.experiment;

import java.util.Arrays;
import java.util.List;
import org.fedarium.catalog.Values;
import org.fedarium.data.Dataset;
import org.fedarium.data.FederatedData;
import org.fedarium.data.FederatedDataBuilder;
import org.fedarium.data.Hands;
import org.fedarium.data.Preparation;
import org.fedarium.data.PreparedData;
import org.fedarium.data.Roles;
import org.fedarium.math.Purpose;
import org.fedarium.math.Randomness;
import org.fedarium.partition.Partition;
import org.fedarium.partition.Partitions;
import org.fedarium.partition.Skew;

/// How the examples lie with the clients, standardised and counted.
///
/// @param labelCounts [client][class] training examples; for regression the deciles of the target
///     stand in for classes
/// @param skew        example-weighted mean L1 distance between a client's shares and the pool's
public record Deal(
        List<String> clients, PreparedData prepared, int[] examples, int[][] labelCounts, double skew) {

    private static final int DECILES = 10;

    public FederatedData data() {
        return prepared.data();
    }

    static Deal of(Experiment settings, Dataset dataset, Roles roles, Randomness randomness) {
        Hands hands = hands(settings, dataset, roles, randomness);
        Preparation preparation = Preparation.of(settings.section("data").values());
        PreparedData prepared = FederatedDataBuilder.build(dataset, roles, hands, preparation);
        int[][] counts = counts(dataset, roles, hands);
        int[] examples = Arrays.stream(hands.train()).mapToInt(h -> h.length).toArray();
        return new Deal(hands.clients(), prepared, examples, counts, Skew.L1.weightedMean(counts));
    }

    /// Only the counts, for the live preview: nothing is standardised or copied.
    static Preview preview(
            Experiment settings, Dataset dataset, Roles roles, Randomness randomness) {
        Hands hands = hands(settings, dataset, roles, randomness);
        int[][] counts = counts(dataset, roles, hands);
        return new Preview(hands.clients(), dataset.classNames(), counts, Skew.L1.weightedMean(counts), hands.notes());
    }

    /// What the preview of a deal shows.
    ///
    /// @param classNames empty for regression: the columns of the counts are deciles of the target
    /// @param counts     [client][class] training examples
    public record Preview(
            List<String> clients,
            List<String> classNames,
            int[][] counts,
            double skew,
            List<String> notes) {}

    private static Hands hands(
            Experiment settings, Dataset dataset, Roles roles, Randomness randomness) {
        Choice choice = settings.section("partition");
        Values values = choice.values();
        Partition partition = Partitions.ALL.find(choice.kind());
        int[] classOf = classOf(dataset, roles);
        int classes = dataset.classes() > 0 ? dataset.classes() : DECILES;
        Partition.Dealer dealer =
                partition.prepare(
                        new Partition.Request(
                                classOf,
                                classes,
                                dataset.groups(),
                                dataset.groupNames(),
                                roles.train()),
                        values,
                        randomness.stream(Purpose.PARTITION));
        int[][][] dealt = new int[3][][];
        int[][] pools = {roles.train(), roles.validation(), roles.test()};
        for (int role = 0; role < 3; role++) {
            dealt[role] =
                    dealer.deal(
                            pools[role], randomness.stream(Purpose.PARTITION, role + 1L, "deal"));
        }
        return new Hands(dealer.clients(), dealt[0], dealt[1], dealt[2], dealer.notes());
    }

    /// The class of every row; for regression the decile of its target among the training rows.
    private static int[] classOf(Dataset dataset, Roles roles) {
        if (dataset.classes() > 0) {
            return dataset.examples().labels();
        }
        double[] targets = dataset.examples().targets();
        double[] sorted = Arrays.stream(roles.train()).mapToDouble(i -> targets[i]).sorted().toArray();
        int[] result = new int[targets.length];
        for (int i = 0; i < targets.length; i++) {
            int below = Arrays.binarySearch(sorted, targets[i]);
            int rank = below < 0 ? -below - 1 : below;
            result[i] = Math.min(DECILES - 1, rank * DECILES / Math.max(1, sorted.length));
        }
        return result;
    }

    private static int[][] counts(Dataset dataset, Roles roles, Hands hands) {
        int[] classOf = classOf(dataset, roles);
        int classes = dataset.classes() > 0 ? dataset.classes() : DECILES;
        int[][] counts = new int[hands.clients().size()][classes];
        for (int k = 0; k < counts.length; k++) {
            for (int row : hands.train()[k]) {
                counts[k][classOf[row]]++;
            }
        }
        return counts;
    }
}
