package org.fedarium.partition;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.ParameterSpec;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// The smallest number of training examples a client may get from a random draw. A draw that leaves
/// a client with fewer is drawn again, at most [#ATTEMPTS] times; then the smallest clients are
/// topped up from the largest and a note says so.
final class Minimum {
    static final int ATTEMPTS = 50;
    static final ParameterSpec SPEC =
            ParameterSpec.integer(
                            "minimum",
                            "Smallest client",
                            0,
                            100,
                            1,
                            "Every client gets at least this many training examples.")
                    .unit("examples")
                    .at(ParameterSpec.Level.MORE);

    private Minimum() {}

    /// A dealer of drawn shares that leave nobody below the minimum.
    ///
    /// @param classOf class per example
    /// @param sizes   training examples by class
    /// @param draw    shares cumulated over the clients, by class; called once per attempt
    /// @throws BadInput when there are too few training examples
    static ShareDealer dealer(
            int clients, int minimum, int[] classOf, int[] sizes, Supplier<double[][]> draw) {
        check(clients, minimum, Arrays.stream(sizes).sum());
        List<String> names = IidPartition.numbered(clients);
        for (int attempt = 1; ; attempt++) {
            double[][] shares = draw.get();
            int[][] counts = new int[sizes.length][];
            for (int y = 0; y < sizes.length; y++) {
                counts[y] = Draws.cut(shares[y], sizes[y]);
            }
            if (Arrays.stream(Draws.totals(counts, clients)).min().orElse(0) >= minimum) {
                return new ShareDealer(names, classOf, shares, List.of());
            }
            if (attempt == ATTEMPTS) {
                int moved = topUp(counts, clients, minimum);
                return ShareDealer.ofCounts(names, classOf, counts, List.of(note(minimum, moved)));
            }
        }
    }

    /// The same for one draw of sizes that looks at no classes.
    ///
    /// @param examples number of all examples
    /// @param train    number of training examples
    static ShareDealer sizes(
            int clients, int minimum, int examples, int train, Supplier<double[]> draw) {
        return dealer(
                clients,
                minimum,
                new int[examples],
                new int[] {train},
                () -> new double[][] {draw.get()});
    }

    private static void check(int clients, int minimum, int examples) {
        if ((long) minimum * clients > examples) {
            throw BadInput.of(
                    "partition.minimum",
                    "partition.minimum: {0} clients with at least {1} training examples each need"
                            + " {2}, but there are {3}. Use fewer clients or a smaller minimum.",
                    clients,
                    minimum,
                    (long) minimum * clients,
                    examples);
        }
    }

    private static Note note(int minimum, int moved) {
        return Note.of(
                "moved",
                "{0} draws left some client with fewer than {1} training examples; {2} examples"
                        + " were moved from the largest clients to the smallest.",
                ATTEMPTS,
                minimum,
                moved);
    }

    /// Moves one example at a time from the largest client, out of its commonest class, to the
    /// smallest. Ties go to the first. Returns how many were moved.
    private static int topUp(int[][] counts, int clients, int minimum) {
        int[] totals = Draws.totals(counts, clients);
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
}
