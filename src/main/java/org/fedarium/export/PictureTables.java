package org.fedarium.export;

import org.fedarium.chart.ChartTable;
import org.fedarium.lab.ClientScoresAt;
import org.fedarium.lab.DecisionRegions;
import org.fedarium.lab.DriftMap;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.UpdateCosines;
import org.fedarium.scene.ConfusionView;
import org.fedarium.scene.WeightsView;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The numbers behind the painted pictures.
public final class PictureTables {
    private PictureTables() {}

    /// One row per weight and bias of the first layer.
    public static ChartTable weights(WeightsView view) {
        double[] local = view.shown().local();
        List<List<Object>> rows = new ArrayList<>();
        for (int r = 0; r < view.weights().rows(); r++) {
            for (int c = 0; c < view.weights().columns(); c++) {
                int index = view.weights().index(r, c);
                rows.add(weight(view, view.row(r), view.column(c), index, local));
            }
            if (view.bias() != null) {
                rows.add(weight(view, view.row(r), "bias", view.bias().index(0, r), local));
            }
        }
        return new ChartTable(
                List.of("parameter", "output", "input", "global", "client", "difference"), rows);
    }

    private static List<Object> weight(
            WeightsView view, String output, String input, int index, double @Nullable [] local) {
        double global = view.shown().global()[index];
        Object own = local == null ? "" : (Object) local[index];
        Object difference = local == null ? "" : (Object) (local[index] - global);
        String name = view.info().layout().nameOf(index);
        return List.of(name, output, input, global, own, difference);
    }

    /// One row per point of a path.
    public static ChartTable drift(DriftMap map, RunInfo info) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < map.rounds().length; i++) {
            rows.add(point("global", map.rounds()[i], 0, map.global(), i));
        }
        if (map.round() > 0) {
            rows.add(point("global", map.round(), 0, map.after(), 0));
        }
        for (int w = 0; w < map.walks().length; w++) {
            String name = info.clients().get(map.clients()[w]);
            for (int i = 0; 2 * i < map.walks()[w].length; i++) {
                rows.add(point(name, map.round(), i, map.walks()[w], i));
            }
        }
        return new ChartTable(List.of("model", "round", "step", "x", "y"), rows);
    }

    private static List<Object> point(String model, int round, int step, double[] xy, int i) {
        return List.of(model, round, step, xy[2 * i], xy[2 * i + 1]);
    }

    /// One row per cell of every map.
    public static ChartTable regions(DecisionRegions regions, RunInfo info) {
        List<List<Object>> rows = new ArrayList<>();
        int cells = DecisionRegions.CELLS;
        double[] box = regions.box();
        for (DecisionRegions.Map map : regions.maps()) {
            String name = map.client() < 0 ? "global" : info.clients().get(map.client());
            for (int i = 0; i < cells * cells; i++) {
                double x = box[0] + (i % cells + 0.5) / cells * (box[1] - box[0]);
                double y = box[3] - (i / cells + 0.5) / cells * (box[3] - box[2]);
                String label = info.dataset().classNames().get(map.classes()[i]);
                rows.add(List.of(name, x, y, label, (double) map.chance()[i]));
            }
        }
        return new ChartTable(List.of("model", "x", "y", "class", "probability"), rows);
    }

    /// One row per pair of a true and a predicted class.
    public static ChartTable confusion(ConfusionView view) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < view.counts().length; i++) {
            int truth = i / view.classes();
            int predicted = i % view.classes();
            rows.add(
                    List.of(
                            view.name(truth),
                            view.name(predicted),
                            view.counts()[i],
                            view.share(truth, predicted)));
        }
        return new ChartTable(
                List.of("true class", "predicted class", "examples", "share of true class"), rows);
    }

    /// One row per pair of different updates.
    public static ChartTable cosines(UpdateCosines cosines, RunInfo info) {
        List<List<Object>> rows = new ArrayList<>();
        int n = cosines.clients().length;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                String first = info.clients().get(cosines.clients()[i]);
                String second = info.clients().get(cosines.clients()[j]);
                rows.add(List.of(first, second, cosines.at(i, j)));
            }
        }
        return new ChartTable(List.of("client", "other client", "cosine"), rows);
    }

    /// One row per client, in client order.
    public static ChartTable scores(ClientScoresAt scores, RunInfo info) {
        List<List<Object>> rows = new ArrayList<>();
        for (int k = 0; k < scores.global().length; k++) {
            Object global = known(scores.global()[k]);
            rows.add(List.of(info.clients().get(k), global, known(scores.local()[k])));
        }
        String what = scores.higherBetter() ? "accuracy" : "loss";
        return new ChartTable(
                List.of("client", what + " of global model", what + " of local model"), rows);
    }

    private static Object known(double value) {
        return Double.isNaN(value) ? "" : (Object) value;
    }
}
