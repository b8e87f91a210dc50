package org.fedarium.scene;

import org.fedarium.scene.Surface.Cap;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

/// The falling local loss inside a client. The x axis is the round's local steps; the y axis
/// reaches from the lowest to the highest loss so far, so that it depends on nothing to come.
final class SparkPainter {
    private static final int MOST_POINTS = 40;
    // The smallest range of losses that fills the height, relative to the highest: small changes
    // must look small.
    private static final double LEAST_RANGE = 0.5;

    private SparkPainter() {}

    static void paint(Frame f, int k, double cx, double cy, double width) {
        Surface s = f.surface();
        Moment m = f.moment();
        double left = cx - width / 2;
        double height = 13 * f.unit();
        ClientReports r = m.reports;
        boolean waiting =
                switch (m.state[k]) {
                    case IDLE, SELECTED, RECEIVING, EMPTY -> true;
                    default -> false;
                };
        // Without a server also those mix that have not trained.
        boolean absent = r == null || m.slot[k] < 0 || r.steps()[m.slot[k]] == 0;
        if (waiting || r == null || absent) {
            s.setStroke(Math.max(1.2, 1.8 * f.unit()), Cap.BUTT);
            s.line(left, cy, left + width, cy, f.color("line2"));
            return;
        }
        int slot = m.slot[k];
        double[] losses = losses(f.view().currentTrace(), r, slot, k);
        double until = m.slotTrained[slot] * (losses.length - 1);
        double high = losses[0];
        double low = losses[0];
        for (int i = 1; i <= until; i++) {
            high = Math.max(high, losses[i]);
            low = Math.min(low, losses[i]);
        }
        double last = at(losses, until);
        high = Math.max(high, last);
        low = Math.min(low, last);
        double range = Math.max(high - low, LEAST_RANGE * Math.abs(high));
        if (!(range > 0) || Double.isInfinite(range)) {
            range = 1;
        }
        int points = (int) Math.min(MOST_POINTS, Math.ceil(until) + 1);
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            double step = points == 1 ? until : until * i / (points - 1);
            xs[i] = left + width * step / Math.max(1, losses.length - 1);
            double drop = (high - at(losses, step)) / range;
            ys[i] = cy - height / 2 + height * (Double.isFinite(drop) ? Easing.clamp(drop) : 0);
        }
        s.setStroke(Math.max(1.2, 1.8 * f.unit()), Cap.ROUND);
        s.polyline(xs, ys, points, f.view().mark(k));
        s.fillCircle(
                xs[points - 1], ys[points - 1], Math.max(1.8, 2.6 * f.unit()), f.view().mark(k));
    }

    private static double[] losses(
            @Nullable LocalTrace trace, ClientReports r, int slot, int client) {
        if (trace != null) {
            int at = java.util.Arrays.binarySearch(trace.client(), client);
            if (at >= 0 && trace.loss()[at].length > 1) {
                return recent(trace.loss()[at]);
            }
        }
        return new double[] {r.lossBefore()[slot], r.lossAfter()[slot]};
    }

    /// Single batches jump; the mean of the latest quarter of the round's steps shows the fall.
    private static double[] recent(double[] loss) {
        int window = Math.max(1, loss.length / 4);
        double[] mean = new double[loss.length];
        double sum = 0;
        for (int i = 0; i < loss.length; i++) {
            sum += loss[i];
            if (i >= window) {
                sum -= loss[i - window];
            }
            mean[i] = sum / Math.min(i + 1, window);
        }
        return mean;
    }

    private static double at(double[] values, double position) {
        int low = (int) Math.min(values.length - 1, Math.floor(position));
        int high = Math.min(values.length - 1, low + 1);
        return values[low] + (values[high] - values[low]) * (position - low);
    }
}
