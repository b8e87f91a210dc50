package org.fedarium.data;

import org.fedarium.catalog.Note;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Turns a data set, its split and a deal into standardised shards and pools.
public final class FederatedDataBuilder {
    private FederatedDataBuilder() {}

    /// Pools are the shards one after the other. Pooled statistics come from all training rows in
    /// row order, so they do not depend on the deal. What the deal alters is altered first, so the
    /// statistics are those of the examples as the clients see them.
    public static PreparedData build(
            Dataset dataset, Roles roles, Hands hands, Preparation preparation) {
        boolean scaleTarget =
                dataset.task() == Task.REGRESSION
                        && preparation.standardiseTarget()
                        && roles.train().length > 0;
        Standardiser target = Standardiser.none(1);
        Examples source = hands.seen(dataset.examples());
        if (scaleTarget) {
            target = Standardiser.ofTarget(source.targets(), roles.train());
            source = withTargets(source, target);
        }
        Standardiser pooled =
                preparation.standardise() == Preparation.Mode.POOLED
                        ? Standardiser.of(source, roles.train())
                        : Standardiser.none(source.columns());
        boolean own = preparation.standardise() == Preparation.Mode.PER_CLIENT;
        List<Shard> shards = new ArrayList<>();
        for (int k = 0; k < hands.clients().size(); k++) {
            Standardiser used = own ? Standardiser.of(source, hands.train()[k]) : pooled;
            shards.add(
                    new Shard(
                            hands.clients().get(k),
                            used.apply(source, hands.train()[k]),
                            used.apply(source, hands.validation()[k]),
                            used.apply(source, hands.test()[k])));
        }
        FederatedData data =
                new FederatedData(
                        dataset.task(),
                        dataset.classNames(),
                        shards,
                        pool(shards, Shard::train, source),
                        pool(shards, Shard::validation, source),
                        pool(shards, Shard::test, source),
                        source.columns(),
                        dataset.image());
        long columns =
                (preparation.standardise() == Preparation.Mode.POOLED ? source.columns() : 0)
                        + (scaleTarget ? 1 : 0);
        long bytes = columns * hands.clients().size() * 4 * Double.BYTES;
        List<Note> notes = new ArrayList<>(dataset.notes());
        notes.addAll(hands.notes());
        addNotes(notes, hands, own, columns, bytes);
        return new PreparedData(data, target.mean()[0], target.divisor()[0], bytes, notes);
    }

    private static void addNotes(
            List<Note> notes, Hands hands, boolean own, long columns, long bytes) {
        if (columns > 0) {
            notes.add(
                    Note.of(
                            "pooled",
                            "Pooled standardisation: every client sends the sums and squared sums"
                                    + " of {0} columns and gets their means and deviations back;"
                                    + " {1} bytes in all, before the first round.",
                            columns,
                            bytes));
        }
        long few = java.util.Arrays.stream(hands.train()).filter(h -> h.length < 2).count();
        if (own && few > 0) {
            notes.add(
                    Note.of(
                            "tooFewToScale",
                            "Clients with fewer than 2 training examples: {0}. That is too few for"
                                    + " a deviation of their own, so their inputs are not scaled.",
                            few));
        }
        long none = java.util.Arrays.stream(hands.train()).filter(h -> h.length == 0).count();
        if (none > 0) {
            notes.add(Note.of("noExamples", "Clients without training examples: {0}.", none));
        }
    }

    private static Examples withTargets(Examples source, Standardiser target) {
        double[] scaled = new double[source.rows()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (source.targets()[i] - target.mean()[0]) / target.divisor()[0];
        }
        return new Examples(source.x(), source.rows(), source.columns(), source.labels(), scaled);
    }

    private static Examples pool(
            List<Shard> shards, Function<Shard, Examples> part, Examples source) {
        int rows = shards.stream().map(part).mapToInt(Examples::rows).sum();
        int columns = source.columns();
        boolean labelled = source.labels().length > 0;
        double[] x = new double[rows * columns];
        int[] labels = new int[labelled ? rows : 0];
        double[] targets = new double[labelled ? 0 : rows];
        int next = 0;
        for (Shard shard : shards) {
            Examples examples = part.apply(shard);
            System.arraycopy(examples.x(), 0, x, next * columns, examples.x().length);
            System.arraycopy(
                    examples.labels(), 0, labels, labelled ? next : 0, examples.labels().length);
            System.arraycopy(
                    examples.targets(), 0, targets, labelled ? 0 : next, examples.targets().length);
            next += examples.rows();
        }
        return new Examples(x, rows, columns, labels, targets);
    }
}
