package org.fedarium.ui.plot;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.fedarium.lab.RunInfo;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.Tips;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The row of faces that a plot offers; those with nothing to show of a run are left out.
final class FaceTabs {
    private final HBox strip = new HBox();
    private final Map<Face, ToggleButton> buttons = new LinkedHashMap<>();
    private final Texts texts;
    private Face selected;

    FaceTabs(PlotKind kind, String tile, Texts texts, Consumer<Face> onChosen) {
        this.texts = texts;
        strip.getStyleClass().addAll("fed-segmented", "fed-compact");
        strip.setMaxWidth(Region.USE_PREF_SIZE);
        strip.setMinHeight(Region.USE_PREF_SIZE);
        strip.setAccessibleText(texts.get("plot.view.choose"));
        selected = kind.faces().getFirst();
        ToggleGroup group = new ToggleGroup();
        String suffix = tile.substring(kind.id().length());
        for (Face face : kind.faces()) {
            ToggleButton button = new ToggleButton(texts.get("plot.face." + face.id()));
            button.setId("view-" + face.id() + suffix);
            button.setMinWidth(0);
            // Where there is no room for all of its name.
            Tips.set(button, button.getText());
            button.setToggleGroup(group);
            button.setOnAction(e -> button.setSelected(true));
            // Arrows select without an action.
            button.selectedProperty()
                    .addListener(
                            (o, before, now) -> {
                                if (now && selected != face) {
                                    onChosen.accept(face);
                                }
                            });
            buttons.put(face, button);
            strip.getChildren().add(button);
        }
    }

    Region node() {
        return strip;
    }

    void select(Face face) {
        selected = face;
        buttons.forEach((each, button) -> button.setSelected(each == face));
    }

    /// Once per frame: leaves out what does not fit a run, and speaks of its kind of steps.
    void offer(RunInfo info) {
        Texts words = texts.variant(info.rhythm().name());
        buttons.forEach(
                (face, button) -> {
                    String name = words.get("plot.face." + face.id());
                    if (!name.equals(button.getText())) {
                        button.setText(name);
                        Tips.set(button, name);
                    }
                    boolean fits = face.fits().test(info);
                    if (button.isManaged() != fits) {
                        button.setManaged(fits);
                        button.setVisible(fits);
                    }
                });
    }
}
