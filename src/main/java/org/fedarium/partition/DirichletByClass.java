package org.fedarium.partition;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.Arrays;
import java.util.List;

/// Label skew, class by class (Yurochkin et al. 2019): every class is shared out over the clients
/// in proportions drawn from a symmetric Dirichlet distribution. Small alpha: few clients hold most
/// of a class. Clients get different amounts of data too, as a side effect.
///
/// For each class y: p ~ Dir(alpha 1_K), examples cut at floor(cumsum(p) n_y).
///
/// A draw that leaves a client with fewer than `minimum` training examples is drawn again, at most
/// [#ATTEMPTS] times; then the smallest clients are topped up from the largest and a note says so.
/// `balance` is the self-balancing step of NIID-Bench's code (not in the paper): clients that
/// already hold n / K examples get nothing of the following classes.
public final class DirichletByClass implements Partition {
    static final int ATTEMPTS = 50;
    static final ParameterSpec ALPHA =
            ParameterSpec.logReal(
                    "alpha",
                    "Concentration α",
                    0.01,
                    1000,
                    0.3,
                    "Small: clients hold very different classes. Large: all look alike.");

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "dirichlet-by-class",
                "Dirichlet by class",
                "Each class is shared out over the clients in random proportions.",
                "p ~ Dir(α 1_K) for each class; cut at floor(cumsum(p) n_y)",
                "M. Yurochkin et al., Bayesian Nonparametric Federated Learning of Neural"
                        + " Networks, ICML 2019",
                List.of(
                        IidPartition.CLIENTS,
                        ALPHA,
                        ParameterSpec.integer(
                                        "minimum",
                                        "Smallest client",
                                        0,
                                        100,
                                        1,
                                        "Every client gets at least this many training examples.")
                                .unit("examples")
                                .at(ParameterSpec.Level.MORE),
                        ParameterSpec.flag(
                                        "balance",
                                        "Balance sizes",
                                        false,
                                        "Clients that hold their even share already get no more"
                                                + " classes (a step of NIID-Bench, not of the"
                                                + " paper).")
                                .at(ParameterSpec.Level.MORE)));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        int minimum = values.integer("minimum");
        int[] train = request.train();
        if ((long) minimum * clients > train.length) {
            throw BadInput.of(
                    "partition.minimum",
                    "partition.minimum: {0} clients with at least {1} training examples each need"
                            + " {2}, but there are {3}. Use fewer clients or a smaller minimum.",
                    clients,
                    minimum,
                    (long) minimum * clients,
                    train.length);
        }
        int[] sizes = new int[request.classes()];
        for (int index : train) {
            sizes[request.classOf()[index]]++;
        }
        List<String> names = IidPartition.numbered(clients);
        for (int attempt = 0; ; attempt++) {
            double[][] logs =
                    Draws.logGammas(
                            Draws.perClient(stream, clients), sizes.length, values.real("alpha"));
            double[][] shares = shares(logs, sizes, values.flag("balance"));
            int[][] counts = new int[sizes.length][];
            for (int y = 0; y < sizes.length; y++) {
                counts[y] = Draws.cut(shares[y], sizes[y]);
            }
            if (Arrays.stream(totals(counts, clients)).min().orElse(0) >= minimum) {
                return new ClassDealer(names, request.classOf(), shares, List.of());
            }
            if (attempt + 1 == ATTEMPTS) {
                int moved = topUp(counts, clients, minimum);
                String note =
                        BadInput.fill(
                                "{0} draws left some client with fewer than {1} training examples;"
                                        + " {2} examples were moved from the largest clients to the"
                                        + " smallest.",
                                List.of("" + ATTEMPTS, "" + minimum, "" + moved));
                return new ClassDealer(
                        names, request.classOf(), asShares(counts, sizes, shares), List.of(note));
            }
        }
    }

    /// Shares cumulated over the clients, by class.
    private static double[][] shares(double[][] logs, int[] sizes, boolean balance) {
        int clients = logs.length == 0 ? 0 : logs[0].length;
        long total = Arrays.stream(sizes).sum();
        long[] held = new long[clients];
        double[][] shares = new double[sizes.length][];
        for (int y = 0; y < sizes.length; y++) {
            double[] open = logs[y].clone();
            for (int k = 0; balance && sizes[y] > 0 && k < clients; k++) {
                if (held[k] * clients >= total) {
                    open[k] = Double.NEGATIVE_INFINITY;
                }
            }
            shares[y] = Draws.cumulate(Draws.normalise(open));
            int[] counts = Draws.cut(shares[y], sizes[y]);
            for (int k = 0; k < clients; k++) {
                held[k] += counts[k];
            }
        }
        return shares;
    }

    private static int[] totals(int[][] counts, int clients) {
        int[] totals = new int[clients];
        for (int[] ofClass : counts) {
            for (int k = 0; k < clients; k++) {
                totals[k] += ofClass[k];
            }
        }
        return totals;
    }

    /// Moves one example at a time from the largest client, out of its commonest class, to the
    /// smallest. Ties go to the first. Returns how many were moved.
    private static int topUp(int[][] counts, int clients, int minimum) {
        int[] totals = totals(counts, clients);
        int moved = 0;
        while (true) {
            int smallest = 0;
            int largest = 0;
            for (int k = 1; k < clients; k++) {
                smallest = totals[k] < totals[smallest] ? k : smallest;
                largest = totals[k] > totals[largest] ? k : largest;
            }
            if (totals[smallest] >= minimum) {
                return moved;
            }
            int commonest = 0;
            for (int y = 1; y < counts.length; y++) {
                commonest = counts[y][largest] > counts[commonest][largest] ? y : commonest;
            }
            counts[commonest][largest]--;
            counts[commonest][smallest]++;
            totals[largest]--;
            totals[smallest]++;
            moved++;
        }
    }

    /// Cumulated shares that give exactly these counts on the training pool.
    private static double[][] asShares(int[][] counts, int[] sizes, double[][] drawn) {
        double[][] shares = new double[counts.length][];
        for (int y = 0; y < counts.length; y++) {
            shares[y] = drawn[y].clone();
            int sum = 0;
            for (int k = 0; sizes[y] > 0 && k < shares[y].length; k++) {
                sum += counts[y][k];
                shares[y][k] = (double) sum / sizes[y];
            }
        }
        return shares;
    }

    /// @param shares cumulated over the clients, by class
    private record ClassDealer(
            List<String> clients, int[] classOf, double[][] shares, List<String> notes)
            implements Dealer {
        @Override
        public int[][] deal(int[] pool, RandomStream shuffle) {
            int[][] members = Draws.byClass(pool, classOf, shares.length);
            int[][] counts = new int[shares.length][];
            for (int y = 0; y < shares.length; y++) {
                shuffle.shuffle(members[y], members[y].length);
                counts[y] = Draws.cut(shares[y], members[y].length);
            }
            int[] totals = totals(counts, clients.size());
            int[] next = new int[shares.length];
            int[][] hands = new int[clients.size()][];
            for (int k = 0; k < hands.length; k++) {
                hands[k] = new int[totals[k]];
                int filled = 0;
                for (int y = 0; y < shares.length; y++) {
                    System.arraycopy(members[y], next[y], hands[k], filled, counts[y][k]);
                    next[y] += counts[y][k];
                    filled += counts[y][k];
                }
            }
            return hands;
        }
    }
}
