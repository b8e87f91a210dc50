package org.fedarium.lab;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.math.Vectors;
import org.fedarium.simulation.Plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cosines of the angles between the members' updates of one step, pair by pair. An update is what
/// the metric `cosineMean` takes it to be: what the server received, so after attack, clipping,
/// noise and compression; see [Source] for runs where the server receives no single update.
///
/// @param round   the step; 0 has no updates
/// @param source  at which place of the way the updates were looked at
/// @param clients client per row and column, in slot order; in a run with versions a client may
///     have sent twice
/// @param cosines [row * clients.length + column], in [-1, 1]; NaN where one of the two updates is
///     zero
/// @param sent    how many updates arrived: more than `clients.length` when only the first are
///     shown
/// @param mean    mean cosine over all pairs of different arrived updates that are not zero; NaN
///     when there are fewer than two
/// @param kept    false when the cohort was too large to keep its updates: then nothing is known
public record UpdateCosines(
        int round,
        Source source,
        int[] clients,
        double[] cosines,
        int sent,
        double mean,
        boolean kept) {
    /// No more updates than this are compared pair by pair.
    public static final int MOST = 200;

    /// Where updates are looked at.
    public enum Source {
        /// At the server, as they arrived.
        RECEIVED,
        /// At the clients, under the masks of secure aggregation: the server sees only their sum.
        MASKED,
        /// At the clients, before they mix their models: there is no server.
        MIXED
    }

    /// Cosine of the updates in a row and a column.
    public double at(int row, int column) {
        return cosines[row * clients.length + column];
    }

    /// True when only the first of the updates are compared.
    public boolean isPart() {
        return clients.length < sent;
    }

    /// Asks for the cosines of a step.
    public record Of(int round) implements Question<UpdateCosines> {
        @Override
        public UpdateCosines answer(RunDetails run) {
            Source source = source(run.plan(round));
            if (round < 1) {
                return new UpdateCosines(
                        round, source, new int[0], new double[0], 0, Double.NaN, true);
            }
            Updates updates = new Updates(run.parameters(round).length);
            boolean kept = run.updates(round, updates::add);
            int[] clients = updates.clients.stream().mapToInt(Integer::intValue).toArray();
            double[] cosines = cosines(run, updates.units);
            return new UpdateCosines(
                    round, source, clients, cosines, updates.sent, updates.mean(), kept);
        }

        private static Source source(Plan plan) {
            if (plan.coordination().entry().rhythm() == Rhythm.MIXING) {
                return Source.MIXED;
            }
            return plan.protection().secret() != null ? Source.MASKED : Source.RECEIVED;
        }

        private static double[] cosines(RunDetails run, List<double[]> units) {
            int n = units.size();
            double[] cosines = new double[n * n];
            for (int i = 0; i < n; i++) {
                run.checkpoint();
                double[] row = units.get(i);
                cosines[i * n + i] = row.length > 0 ? 1 : Double.NaN;
                for (int j = 0; j < i; j++) {
                    double[] column = units.get(j);
                    boolean known = row.length > 0 && column.length > 0;
                    double cosine = known ? Vectors.dot(row, column) : Double.NaN;
                    // Rounding must not lead out of the range of a cosine.
                    cosines[i * n + j] = Math.max(-1, Math.min(1, cosine));
                    cosines[j * n + i] = cosines[i * n + j];
                }
            }
            return cosines;
        }
    }

    /// The updates as unit vectors: the first ones, and the sum of all.
    private static final class Updates {
        private final List<Integer> clients = new ArrayList<>();
        private final List<double[]> units = new ArrayList<>();
        private final double[] sum;
        private int sent;
        private int moved;

        Updates(int size) {
            sum = new double[size];
        }

        void add(int client, double[] update) {
            double norm = Vectors.norm(update);
            boolean moves = norm > 0 && Double.isFinite(norm);
            sent++;
            if (moves) {
                Vectors.add(sum, 1 / norm, update);
                moved++;
            }
            if (clients.size() < MOST) {
                double[] unit = moves ? Arrays.copyOf(update, update.length) : new double[0];
                if (moves) {
                    Vectors.scale(unit, 1 / norm);
                }
                clients.add(client);
                units.add(unit);
            }
        }

        /// All pairs of unit vectors' products add up to the squared length of their sum.
        double mean() {
            double pairs = Vectors.dot(sum, sum) - moved;
            return moved > 1 ? pairs / ((double) moved * (moved - 1)) : Double.NaN;
        }
    }
}
