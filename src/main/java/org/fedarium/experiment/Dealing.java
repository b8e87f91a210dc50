package org.fedarium.experiment;

import org.fedarium.catalog.Note;
import org.fedarium.data.Dataset;
import org.fedarium.data.FederatedData;
import org.fedarium.data.FederatedDataBuilder;
import org.fedarium.data.Hands;
import org.fedarium.data.Preparation;
import org.fedarium.data.PreparedData;
import org.fedarium.data.Roles;
import org.fedarium.math.Randomness;
import org.fedarium.partition.Deal;
import org.fedarium.partition.Partition;
import org.fedarium.partition.Partitions;
import org.fedarium.partition.Skew;

import java.util.Arrays;
import java.util.List;

/// How the examples lie with the clients, standardised and counted.
///
/// @param labelCounts [client][class] training examples, with the labels as the client sees them;
///     for regression the deciles of the target stand in for classes
/// @param skew        example-weighted mean L1 distance between a client's shares and the pool's
public record Dealing(
        List<String> clients,
        PreparedData prepared,
        int[] examples,
        int[][] labelCounts,
        double skew) {

    public FederatedData data() {
        return prepared.data();
    }

    static Dealing of(Experiment settings, Dataset dataset, Roles roles, Randomness randomness) {
        Hands hands = hands(settings, dataset, roles, randomness);
        Preparation preparation = Preparation.of(settings.section("data").values());
        PreparedData prepared = FederatedDataBuilder.build(dataset, roles, hands, preparation);
        int[][] counts = counts(dataset, roles, hands);
        int[] examples = Arrays.stream(hands.train()).mapToInt(h -> h.length).toArray();
        return new Dealing(
                hands.clients(), prepared, examples, counts, Skew.L1.weightedMean(counts));
    }

    /// Only the counts, for the live preview: nothing is standardised or copied.
    static Preview preview(
            Experiment settings, Dataset dataset, Roles roles, Randomness randomness) {
        Hands hands = hands(settings, dataset, roles, randomness);
        int[][] counts = counts(dataset, roles, hands);
        return new Preview(
                hands.clients(),
                dataset.classNames(),
                counts,
                Skew.L1.weightedMean(counts),
                hands.notes());
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
            List<Note> notes) {}

    private static Hands hands(
            Experiment settings, Dataset dataset, Roles roles, Randomness randomness) {
        Choice choice = settings.section("partition");
        Partition partition = Partitions.ALL.find(choice.kind());
        return Deal.of(partition, choice.values(), dataset, roles, randomness);
    }

    private static int[][] counts(Dataset dataset, Roles roles, Hands hands) {
        Partition.Request request = Deal.request(dataset, roles.train());
        int[] seen = request.regression() ? request.classOf() : hands.seen(request.classOf());
        int[][] counts = new int[hands.clients().size()][request.classes()];
        for (int k = 0; k < counts.length; k++) {
            for (int row : hands.train()[k]) {
                counts[k][seen[row]]++;
            }
        }
        return counts;
    }
}
