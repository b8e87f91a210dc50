package org.fedarium.partition;

import org.fedarium.catalog.Values;
import org.fedarium.data.Alteration;
import org.fedarium.data.Dataset;
import org.fedarium.data.Hands;
import org.fedarium.data.Roles;
import org.fedarium.data.Task;
import org.fedarium.math.Purpose;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Randomness;

import java.util.Arrays;
import java.util.List;

/// Deals a split data set to clients with one rule: training, validation and test examples with the
/// same proportions, each from its own stream.
public final class Deal {
    /// Regression targets are cut into this many equally full bins, which play the part of classes.
    public static final int BINS = 10;

    private Deal() {}

    public static Hands of(
            Partition partition,
            Values values,
            Dataset dataset,
            Roles roles,
            Randomness randomness) {
        Partition.Request request = request(dataset, roles.train());
        Partition.Dealer dealer =
                partition.prepare(request, values, randomness.stream(Purpose.PARTITION));
        return new Hands(
                dealer.clients(),
                dealer.deal(roles.train(), randomness.stream(Purpose.PARTITION, 1)),
                dealer.deal(roles.validation(), randomness.stream(Purpose.PARTITION, 2)),
                dealer.deal(roles.test(), randomness.stream(Purpose.PARTITION, 3)),
                List.copyOf(dealer.notes()),
                dealer.alters() ? alteration(dealer, randomness) : Alteration.NONE);
    }

    /// The rule's alterations with a stream for every client and part of its data.
    private static Alteration alteration(Partition.Dealer dealer, Randomness randomness) {
        return new Alteration() {
            @Override
            public int label(int client, int label) {
                return dealer.label(client, label);
            }

            @Override
            public void inputs(int client, Part part, double[] x, int columns) {
                String name = dealer.clients().get(client);
                RandomStream stream =
                        randomness.stream(Purpose.PARTITION, 1 + part.ordinal(), name);
                dealer.alter(client, x, columns, stream);
            }
        };
    }

    /// What a rule is asked to deal. For regression the bins' edges are the training targets'
    /// deciles.
    public static Partition.Request request(Dataset dataset, int[] train) {
        boolean regression = dataset.task() == Task.REGRESSION;
        return new Partition.Request(
                regression
                        ? deciles(dataset.examples().targets(), train)
                        : dataset.examples().labels(),
                regression ? BINS : dataset.classes(),
                dataset.groups(),
                dataset.groupNames(),
                train,
                regression,
                dataset.examples(),
                dataset.image());
    }

    private static int[] deciles(double[] targets, int[] train) {
        double[] sorted = new double[train.length];
        for (int i = 0; i < train.length; i++) {
            sorted[i] = targets[train[i]];
        }
        Arrays.sort(sorted);
        double[] edges = new double[train.length == 0 ? 0 : BINS - 1];
        for (int j = 0; j < edges.length; j++) {
            edges[j] = sorted[(int) ((long) (j + 1) * sorted.length / BINS)];
        }
        int[] bins = new int[targets.length];
        for (int i = 0; i < targets.length; i++) {
            for (double edge : edges) {
                bins[i] += targets[i] >= edge ? 1 : 0;
            }
        }
        return bins;
    }
}
