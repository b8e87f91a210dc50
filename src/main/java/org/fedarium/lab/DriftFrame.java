package org.fedarium.lab;

import org.fedarium.data.Examples;
import org.fedarium.model.Model;
import org.fedarium.simulation.CentralisedTraining;
import org.fedarium.simulation.Plan;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What stays still on a drift map: its axes and its range, from the first rounds and the
/// centralised references alone, so that nothing beyond the playhead shifts the picture.
///
/// @param known       rounds that the frame was made from, at most 5
/// @param box         lowest x, highest x, lowest y, highest y
/// @param reach       how far, along either axis, local walks of the known rounds led away from the
///     model they began with; 0 when no round is known
/// @param centralised x, y, x, y, ... of one model trained on the pooled data
/// @param lastCentral the round that this path ends with
/// @param loss        [row * CELLS + column] pooled training loss, row 0 at the top; empty unless
///     the axes are the two parameters themselves; then the closed-form optimum lies within
///     the range, too, unless it is very far from all models
public record DriftFrame(
        int known,
        DriftAxes axes,
        double[] box,
        double reach,
        double[] centralised,
        int lastCentral,
        double[] loss) {
    public static final int CELLS = 48;

    private static final int FIRST = 5;
    private static final int MOST_CENTRAL = 100;
    private static final int KEPT = 40;
    private static final double MOST_WIDENED = 2;
    private static final long MOST_NUMBERS = 4_000_000;

    /// Rounds that a frame is made from when a round is on show.
    public static int known(int round) {
        return Math.min(FIRST, round);
    }

    /// Asks for the frame of the first `known` rounds.
    public record Of(int known) implements Question<DriftFrame> {
        @Override
        public DriftFrame answer(RunDetails run) {
            List<double[]> models = new ArrayList<>();
            for (int round = 0; round <= known; round++) {
                models.add(run.parameters(round).clone());
            }
            Plan plan = run.plan(1);
            int last = Math.min(MOST_CENTRAL, run.timeline().info().experiment().rounds());
            List<double[]> central = central(run, plan, last);
            models.addAll(central);
            DriftAxes axes = DriftAxes.of(models);
            double[] path = new double[2 * central.size()];
            for (int i = 0; i < central.size(); i++) {
                System.arraycopy(axes.project(central.get(i)), 0, path, 2 * i, 2);
            }
            double[] reach = {0};
            double[] best = axes.isPlane() ? plan.optimum() : null;
            double[] box = box(run, axes, models, reach, best);
            double[] loss = axes.isPlane() ? loss(run, plan, box) : new double[0];
            return new DriftFrame(known, axes, box, reach[0], path, last, loss);
        }

        private double[] box(
                RunDetails run,
                DriftAxes axes,
                List<double[]> models,
                double[] reach,
                double @Nullable [] optimum) {
            double[] box = {
                Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE
            };
            models.forEach(model -> widen(box, axes.project(model)));
            for (int round = 1; round <= known; round++) {
                run.checkpoint();
                double[] start = new double[2];
                run.observe(
                        round,
                        (slot, client, step, model) -> {
                            double[] point = axes.project(model);
                            widen(box, point);
                            if (step == 0) {
                                System.arraycopy(point, 0, start, 0, 2);
                            }
                            double far =
                                    Math.max(
                                            Math.abs(point[0] - start[0]),
                                            Math.abs(point[1] - start[1]));
                            reach[0] = Double.isFinite(far) ? Math.max(reach[0], far) : reach[0];
                        });
            }
            if (optimum != null && isNear(box, optimum)) {
                widen(box, optimum);
            }
            double largest = Math.max(box[1] - box[0], box[3] - box[2]);
            double least = largest > 0 ? largest : 1;
            boolean own = axes.isPlane();
            double across = own && box[1] > box[0] ? box[1] - box[0] : least;
            double up = own && box[3] > box[2] ? box[3] - box[2] : least;
            return new double[] {
                middle(box, 0) - half(box, 0, across), middle(box, 0) + half(box, 0, across),
                middle(box, 2) - half(box, 2, up), middle(box, 2) + half(box, 2, up)
            };
        }
    }

    private static List<double[]> central(RunDetails run, Plan plan, int last) {
        CentralisedTraining training = new CentralisedTraining(plan);
        List<double[]> kept = new ArrayList<>();
        int points = Math.clamp(MOST_NUMBERS / training.parameters().length, 4, KEPT);
        int every = Math.max(1, (last + points - 1) / points);
        for (int round = 0; round <= last; round++) {
            run.checkpoint();
            if (round > 0) {
                training.round(round);
            }
            if (round % every == 0 || round == last) {
                kept.add(training.parameters().clone());
            }
        }
        return kept;
    }

    private static double middle(double[] box, int at) {
        return (box[at] + box[at + 1]) / 2;
    }

    /// A range of one point would have no width, and a flat one no height worth seeing: at least a
    /// tenth of the larger one, or of itself where two parameters have units of their own.
    private static double half(double[] box, int at, double largest) {
        return Math.max(0.58 * (box[at + 1] - box[at]), 0.1 * largest);
    }

    /// Whether a point would not make a range so wide that the walks in it could not be seen.
    private static boolean isNear(double[] box, double[] point) {
        for (int a = 0; a < 2; a++) {
            double wide = box[2 * a + 1] - box[2 * a];
            double out = Math.max(box[2 * a] - point[a], point[a] - box[2 * a + 1]);
            if (out > MOST_WIDENED * wide) {
                return false;
            }
        }
        return true;
    }

    private static void widen(double[] box, double[] point) {
        if (Double.isFinite(point[0]) && Double.isFinite(point[1])) {
            box[0] = Math.min(box[0], point[0]);
            box[1] = Math.max(box[1], point[0]);
            box[2] = Math.min(box[2], point[1]);
            box[3] = Math.max(box[3], point[1]);
        }
    }

    private static double[] loss(RunDetails run, Plan plan, double[] box) {
        Model.Kernel kernel = plan.model().newKernel();
        Examples pool = plan.data().train();
        double[] loss = new double[CELLS * CELLS];
        double[] theta = new double[2];
        for (int row = 0; row < CELLS; row++) {
            run.checkpoint();
            theta[1] = box[3] - row * (box[3] - box[2]) / (CELLS - 1);
            for (int column = 0; column < CELLS; column++) {
                theta[0] = box[0] + column * (box[1] - box[0]) / (CELLS - 1);
                loss[row * CELLS + column] =
                        kernel.lossSum(theta, pool, 0, pool.rows()) / Math.max(1, pool.rows())
                                + kernel.penalty(theta);
            }
        }
        return loss;
    }
}
