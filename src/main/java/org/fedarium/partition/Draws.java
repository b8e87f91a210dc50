package org.fedarium.partition;

import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;

import java.util.Arrays;

/// Small helpers of the rules that draw proportions.
final class Draws {
    private Draws() {}

    /// One stream per client: what client k gets does not depend on how many clients there are or
    /// on how much the others drew.
    static RandomStream[] perClient(RandomStream stream, int clients) {
        return stream.split(clients);
    }

    /// Logarithms of Gamma(shape, 1) draws, [class][client].
    static double[][] logGammas(RandomStream[] perClient, int classes, double shape) {
        double[][] logs = new double[classes][perClient.length];
        for (int k = 0; k < perClient.length; k++) {
            for (int y = 0; y < classes; y++) {
                logs[y][k] = Samplers.logGamma(perClient[k], shape);
            }
        }
        return logs;
    }

    /// exp(logs) divided by their sum, relative to the largest so that it cannot underflow to all
    /// zeros. Entries of minus infinity become 0; at least one must be finite.
    static double[] normalise(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        double[] p = new double[logs.length];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = StrictMath.exp(logs[k] - largest);
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }

    /// Running sums, the last one exactly 1.
    static double[] cumulate(double[] p) {
        double[] sums = new double[p.length];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += p[k];
            sums[k] = k == p.length - 1 ? 1 : Math.min(1, sum);
        }
        return sums;
    }

    /// How many of `n` examples each share gets: cut at floor(cumulated n). The hair of 1e-9 keeps
    /// a cut at exactly c / n from losing an example to rounding.
    static int[] cut(double[] cumulated, int n) {
        int[] counts = new int[cumulated.length];
        int done = 0;
        for (int k = 0; k < cumulated.length; k++) {
            int end = (int) Math.min(n, cumulated[k] * n + 1e-9);
            counts[k] = end - done;
            done = end;
        }
        return counts;
    }

    /// The members of `pool` by class, each class in the pool's order.
    static int[][] byClass(int[] pool, int[] classOf, int classes) {
        int[] sizes = new int[classes];
        for (int index : pool) {
            sizes[classOf[index]]++;
        }
        int[][] members = new int[classes][];
        for (int y = 0; y < classes; y++) {
            members[y] = new int[sizes[y]];
        }
        int[] next = new int[classes];
        for (int index : pool) {
            int y = classOf[index];
            members[y][next[y]++] = index;
        }
        return members;
    }

    /// Examples by client, from counts by [class][client].
    static int[] totals(int[][] counts, int clients) {
        int[] totals = new int[clients];
        for (int[] ofClass : counts) {
            for (int k = 0; k < clients; k++) {
                totals[k] += ofClass[k];
            }
        }
        return totals;
    }

    /// `n` in equal parts, the first ones one larger when it does not divide.
    static int[] even(int n, int parts) {
        int[] sizes = new int[parts];
        for (int k = 0; k < parts; k++) {
            sizes[k] = n / parts + (k < n % parts ? 1 : 0);
        }
        return sizes;
    }

    /// The shuffled pool in parts of these sizes, which add up to its length.
    static int[][] inSizes(int[] pool, int[] sizes, RandomStream shuffle) {
        int[] order = pool.clone();
        shuffle.shuffle(order, order.length);
        int[][] hands = new int[sizes.length][];
        int next = 0;
        for (int k = 0; k < sizes.length; k++) {
            hands[k] = Arrays.copyOfRange(order, next, next + sizes[k]);
            next += sizes[k];
        }
        return hands;
    }
}
