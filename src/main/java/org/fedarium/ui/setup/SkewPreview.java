package org.fedarium.ui.setup;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.fedarium.experiment.Dealing;
import org.fedarium.experiment.Experiment;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.Fx;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// How the edited settings would deal the data: a column per client, and one number for the skew.
/// Computed away from the FX thread; only the newest answer is shown.
final class SkewPreview {
    private final Function<Experiment, CompletableFuture<Dealing.Preview>> previews;
    private final LabModel model;
    private final Texts texts;
    private final SkewBars bars;
    private final Label number = new Label();
    private final VBox box = new VBox(2);
    private @Nullable Object shownFor;
    private @Nullable Object askedFor;

    SkewPreview(
            Function<Experiment, CompletableFuture<Dealing.Preview>> previews,
            LabModel model,
            Texts texts) {
        this.previews = previews;
        this.model = model;
        this.texts = texts;
        bars = new SkewBars(model, texts);
        Label name = new Label(texts.get("setup.skew.measure"));
        name.getStyleClass().add("fed-caption");
        number.getStyleClass().add("fed-caption");
        number.setId("skew-number");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(name, gap, number);
        name.setTooltip(new javafx.scene.control.Tooltip(texts.get("setup.skew.help")));
        box.getChildren().setAll(bars.node(), row);
    }

    VBox node() {
        return box;
    }

    /// Asks for a preview when the dealing may have changed and no answer is under way.
    void pulse() {
        Experiment experiment = model.edited().get();
        Object key = key(experiment);
        if (askedFor == null && !key.equals(shownFor)) {
            askedFor = key;
            Fx.deliver(previews.apply(experiment), p -> answered(key, p), e -> answered(key, null));
        }
        bars.pulse();
    }

    private static Object key(Experiment e) {
        return java.util.List.of(e.seed(), e.section("data"), e.section("partition"));
    }

    private void answered(Object key, Dealing.@Nullable Preview preview) {
        askedFor = null;
        shownFor = key;
        bars.show(preview);
        boolean known = preview != null && !Double.isNaN(preview.skew());
        number.setText(known ? Numbers.shortText(preview.skew()) : "\u2013");
        number.setAccessibleText(texts.get("setup.skew.measure") + " " + number.getText());
    }
}
