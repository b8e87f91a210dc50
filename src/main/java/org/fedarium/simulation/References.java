package org.fedarium.simulation;

import org.fedarium.model.Model;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Computes the reference curves of a run in small pieces, so that whoever asks can stop between
/// them. Uses the settings of the first round; changes made later do not alter the references.
public final class References {
    private static final int ROUNDS_PER_PIECE = 10;

    private final Plan plan;
    private final int rounds;
    private final Model.Kernel kernel;
    private final CentralisedTraining centralised;
    private final double[][] centralisedMetrics;
    private final int[] checkpoints;
    private final double[][] localSums;
    private final int[][] localCounts;
    private final double[][] localFinal;
    private int centralisedRound;
    private int client;

    public References(Plan plan, int rounds) {
        this.plan = plan;
        this.rounds = rounds;
        this.kernel = plan.model().newKernel();
        this.centralised = new CentralisedTraining(plan);
        this.checkpoints = checkpoints(rounds);
        int metrics = plan.metrics().specs().size();
        this.centralisedMetrics = new double[rounds + 1][];
        this.localSums = new double[checkpoints.length][metrics];
        this.localCounts = new int[checkpoints.length][metrics];
        this.localFinal = new double[plan.data().clients()][0];
    }

    /// Rounds 0, 1, 2, 5, 10, 20, 50, ... and the last.
    static int[] checkpoints(int rounds) {
        List<Integer> list = new ArrayList<>();
        list.add(0);
        for (long decade = 1; decade <= rounds; decade *= 10) {
            for (long step : new long[] {1, 2, 5}) {
                if (step * decade < rounds) {
                    list.add((int) (step * decade));
                }
            }
        }
        list.add(rounds);
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Does one piece of work; returns the curves when everything is done, else null.
    public @Nullable ReferenceCurves work() {
        if (centralisedRound <= rounds) {
            for (int i = 0; i < ROUNDS_PER_PIECE && centralisedRound <= rounds; i++) {
                if (centralisedRound > 0) {
                    centralised.round(centralisedRound);
                }
                centralisedMetrics[centralisedRound++] = measure(centralised.parameters());
            }
            return null;
        }
        if (client < plan.data().clients()) {
            trainAlone(client++);
            return null;
        }
        double[] optimum = LeastSquares.optimum(plan);
        return new ReferenceCurves(
                centralisedMetrics,
                checkpoints,
                means(),
                localFinal,
                optimum == null ? null : measure(optimum),
                optimum);
    }

    /// Everything at once.
    public static ReferenceCurves compute(Plan plan, int rounds) {
        References references = new References(plan, rounds);
        ReferenceCurves done = references.work();
        while (done == null) {
            done = references.work();
        }
        return done;
    }

    private double[] measure(double[] theta) {
        return plan.metrics().measure(theta, kernel, new int[0]);
    }

    private void trainAlone(int k) {
        if (plan.data().shards().get(k).train().rows() == 0) {
            return;
        }
        LocalOnlyTraining alone = new LocalOnlyTraining(plan, k);
        int next = 0;
        for (int round = 0; round <= rounds; round++) {
            if (round > 0) {
                alone.round(round);
            }
            if (next < checkpoints.length && checkpoints[next] == round) {
                double[] values = measure(alone.parameters());
                for (int m = 0; m < values.length; m++) {
                    if (!Double.isNaN(values[m])) {
                        localSums[next][m] += values[m];
                        localCounts[next][m]++;
                    }
                }
                localFinal[k] = values;
                next++;
            }
        }
    }

    private double[][] means() {
        double[][] means = new double[checkpoints.length][];
        for (int i = 0; i < means.length; i++) {
            means[i] = new double[localSums[i].length];
            Arrays.fill(means[i], Double.NaN);
            for (int m = 0; m < means[i].length; m++) {
                if (localCounts[i][m] > 0) {
                    means[i][m] = localSums[i][m] / localCounts[i][m];
                }
            }
        }
        return means;
    }
}
