package org.fedarium.partition;

import org.fedarium.catalog.Note;
import org.fedarium.math.RandomStream;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Deals by the clients' own mixes of classes: one example at a time, without replacement; a class
/// that is used up is left out of the mix from then on. Clients take turns, in proportion to their
/// sizes, so that the last client is not the one left with what nobody wanted.
///
/// @param clients names
/// @param classOf class per example
/// @param mixes   shares by [client][class]
/// @param sizes   number of examples in the pool to the clients' numbers, which add up to it
record MixDealer(
        List<String> clients,
        int[] classOf,
        double[][] mixes,
        IntFunction<int[]> sizes,
        List<Note> notes)
        implements Partition.Dealer {

    @Override
    public int[][] deal(int[] pool, RandomStream shuffle) {
        int count = clients.size();
        int classes = mixes[0].length;
        RandomStream[] streams = Draws.perClient(shuffle, count);
        int[][] members = Draws.byClass(pool, classOf, classes);
        int[] left = new int[classes];
        for (int y = 0; y < classes; y++) {
            shuffle.shuffle(members[y], members[y].length);
            left[y] = members[y].length;
        }
        int[] parts = sizes.apply(pool.length);
        int[][] hands = new int[count][];
        for (int k = 0; k < count; k++) {
            hands[k] = new int[parts[k]];
        }
        int[] filled = new int[count];
        for (int k : turns(parts)) {
            int y = draw(streams[k].nextDouble(), mixes[k], left);
            hands[k][filled[k]++] = members[y][--left[y]];
        }
        return hands;
    }

    /// Whose turn it is. A client with n examples takes its j-th (from 0) at time (2 j + 1) / n;
    /// ties go to the first. With equal sizes this is one round after the other.
    static int[] turns(int[] sizes) {
        record Turn(double time, int client) {}
        return IntStream.range(0, sizes.length)
                .boxed()
                .flatMap(
                        k ->
                                IntStream.range(0, sizes[k])
                                        .mapToObj(j -> new Turn((2.0 * j + 1) / sizes[k], k)))
                .sorted(Comparator.comparingDouble(Turn::time).thenComparingInt(Turn::client))
                .mapToInt(Turn::client)
                .toArray();
    }

    /// A class that is not used up, by the client's mix; by what is left when the mix has only
    /// classes that are used up.
    private static int draw(double u, double[] mix, int[] left) {
        double sum = 0;
        double all = 0;
        for (int y = 0; y < left.length; y++) {
            sum += left[y] > 0 ? mix[y] : 0;
            all += left[y];
        }
        double rest = u * (sum > 0 ? sum : all);
        int last = -1;
        for (int y = 0; y < left.length; y++) {
            double weight = sum > 0 ? mix[y] : left[y];
            if (left[y] > 0 && weight > 0) {
                last = y;
                rest -= weight;
                if (rest < 0) {
                    return y;
                }
            }
        }
        return last;
    }
}
