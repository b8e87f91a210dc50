package org.fedarium.partition;

import org.fedarium.catalog.Note;
import org.fedarium.math.RandomStream;

import java.util.List;

/// Deals every class in fixed shares: a class's shuffled examples are cut at floor(share n_y).
///
/// @param clients names
/// @param classOf class per example
/// @param shares  cumulated over the clients, by class
record ShareDealer(List<String> clients, int[] classOf, double[][] shares, List<Note> notes)
        implements Partition.Dealer {

    /// Shares that deal the training examples in exactly these counts. A class without training
    /// examples is shared equally.
    ///
    /// @param counts training examples by [class][client]
    static ShareDealer ofCounts(
            List<String> clients, int[] classOf, int[][] counts, List<Note> notes) {
        double[][] shares = new double[counts.length][clients.size()];
        for (int y = 0; y < counts.length; y++) {
            long size = 0;
            for (int count : counts[y]) {
                size += count;
            }
            long sum = 0;
            for (int k = 0; k < clients.size(); k++) {
                sum += counts[y][k];
                shares[y][k] = size > 0 ? (double) sum / size : (k + 1.0) / clients.size();
            }
        }
        return new ShareDealer(clients, classOf, shares, notes);
    }

    @Override
    public int[][] deal(int[] pool, RandomStream shuffle) {
        int[][] members = Draws.byClass(pool, classOf, shares.length);
        int[][] counts = new int[shares.length][];
        for (int y = 0; y < shares.length; y++) {
            shuffle.shuffle(members[y], members[y].length);
            counts[y] = Draws.cut(shares[y], members[y].length);
        }
        int[] totals = Draws.totals(counts, clients.size());
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
