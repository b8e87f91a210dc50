package org.fedarium.scene;

import org.fedarium.data.Dataset;
import org.fedarium.data.Dataset.ImageShape;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.ShownWeights;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.model.ParameterLayout.Block;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The weights of the first layer as tables of rows (outputs) and columns (inputs): of the global
/// model, of a chosen client, and their difference.
///
/// @param weights the layer's weights
/// @param bias    its biases; null when it has none
public record WeightsView(ShownWeights shown, RunInfo info, Block weights, @Nullable Block bias) {

    /// One table.
    ///
    /// @param title  what it is
    /// @param values all parameters of the model
    /// @param reach  the largest absolute value of its colour scale
    record Part(String title, double[] values, double reach) {}

    public static WeightsView of(ShownWeights shown, RunInfo info) {
        List<Block> blocks = info.layout().blocks();
        Block weights = blocks.stream().filter(b -> !b.isBias()).findFirst().orElseThrow();
        Block bias =
                blocks.stream()
                        .filter(b -> b.isBias() && b.columns() == weights.rows())
                        .findFirst()
                        .orElse(null);
        return new WeightsView(shown, info, weights, bias);
    }

    /// True when the outputs are the classes themselves and not hidden units.
    boolean isLast() {
        return info.layout().blocks().stream().filter(b -> !b.isBias()).count() == 1;
    }

    @Nullable ImageShape image() {
        ImageShape image = info.dataset().image();
        boolean fits = image != null && image.rows() * image.columns() == weights.columns();
        return fits ? image : null;
    }

    /// Name of an output: its class, the target, or the number of a hidden unit.
    public String row(int row) {
        Dataset data = info.dataset();
        if (!isLast()) {
            return String.valueOf(row + 1);
        }
        return row < data.classNames().size() ? data.classNames().get(row) : data.targetName();
    }

    public String column(int column) {
        List<String> names = info.dataset().featureNames();
        return column < names.size() ? names.get(column) : String.valueOf(column + 1);
    }

    List<Part> parts(PictureLook look) {
        double[] local = shown.local();
        double reach = reach(shown.global());
        if (local == null) {
            String title = look.texts().get("plot.weights.global", shown.round());
            return List.of(new Part(title, shown.global(), reach));
        }
        double[] difference = difference(local);
        String name = info.clients().get(shown.client());
        reach = Math.max(reach, reach(local));
        List<Part> parts = new ArrayList<>();
        parts.add(
                new Part(
                        look.texts().get("plot.weights.global", shown.round()),
                        shown.global(),
                        reach));
        parts.add(new Part(look.texts().get("plot.weights.client", name), local, reach));
        parts.add(
                new Part(
                        look.texts().get("plot.weights.difference", name),
                        difference,
                        reach(difference)));
        return parts;
    }

    /// The main numbers in one sentence, and in another one those of the client.
    public String spoken(Texts texts) {
        String global =
                texts.variant(info.rhythm().name())
                        .get(
                                "plot.weights.spoken",
                                shown.round(),
                                weights.rows(),
                                weights.columns(),
                                Numbers.shortText(reach(shown.global())));
        double[] local = shown.local();
        return local == null
                ? global
                : texts.get(
                        "plot.weights.spoken.client",
                        global,
                        info.clients().get(shown.client()),
                        Numbers.shortText(reach(difference(local))));
    }

    private double[] difference(double[] local) {
        double[] difference = local.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= shown.global()[i];
        }
        return difference;
    }

    private double reach(double[] values) {
        double most = 0;
        for (int r = 0; r < weights.rows(); r++) {
            for (int c = 0; c < weights.columns(); c++) {
                most = Math.max(most, Math.abs(values[weights.index(r, c)]));
            }
            most = Math.max(most, Math.abs(bias(values, r)));
        }
        return most;
    }

    /// The bias of an output; 0 when there is none.
    public double bias(double[] values, int row) {
        return bias == null ? 0 : values[bias.index(0, row)];
    }
}
