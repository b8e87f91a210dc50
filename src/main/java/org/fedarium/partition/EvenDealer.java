package org.fedarium.partition;

import org.fedarium.math.RandomStream;

import java.util.List;

/// Deals shuffled examples in equal parts, sizes differing by at most one. Rules that alter equal
/// parts extend it.
class EvenDealer implements Partition.Dealer {
    private final List<String> clients;

    EvenDealer(int clients) {
        this.clients = IidPartition.numbered(clients);
    }

    @Override
    public List<String> clients() {
        return clients;
    }

    @Override
    public int[][] deal(int[] pool, RandomStream shuffle) {
        return Draws.inSizes(pool, Draws.even(pool.length, clients.size()), shuffle);
    }
}
