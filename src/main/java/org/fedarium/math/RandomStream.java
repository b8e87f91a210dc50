package org.fedarium.math;

/// One deterministic stream of random numbers: SplitMix64 (Steele, Lea, Flood: Fast Splittable
/// Pseudorandom Number Generators, OOPSLA 2014). Our own, so that no library version can change the
/// bits; golden values pin it. Confined to one thread.
public final class RandomStream {
    private long state;

    public RandomStream(long key) {
        this.state = key;
    }

    /// The finaliser of SplitMix64: a bijection on 64 bits.
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /// Uniform in {0, ..., bound - 1}, without bias (Lemire 2019).
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive: " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xFFFFFFFFL;
        if (low < bound) {
            long threshold = (0x100000000L - bound) % bound;
            while (low < threshold) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xFFFFFFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    /// Uniform in [0, 1), a multiple of 2^-53.
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /// Uniform in (0, 1): never 0, so its logarithm is finite.
    public double nextOpenDouble() {
        return ((nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    }

    /// Fisher-Yates over `items[0..length)`.
    public void shuffle(int[] items, int length) {
        for (int i = length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swap = items[i];
            items[i] = items[j];
            items[j] = swap;
        }
    }

    /// {0, ..., n - 1} in random order.
    public int[] permutation(int n) {
        int[] items = new int[n];
        for (int i = 0; i < n; i++) {
            items[i] = i;
        }
        shuffle(items, n);
        return items;
    }

    /// Independent streams, split off this one with a single draw: the k-th does not depend on how
    /// many there are.
    public RandomStream[] split(int parts) {
        long base = nextLong();
        RandomStream[] streams = new RandomStream[parts];
        for (int k = 0; k < parts; k++) {
            streams[k] = new RandomStream(new RandomStream(base + k).nextLong());
        }
        return streams;
    }
}
