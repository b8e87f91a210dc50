package org.fedarium.ui.shell;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.fedarium.look.Texts;
import org.fedarium.ui.support.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/// In a narrow window the experiment panel is a rail of icons; each opens the panel over the
/// stage.
final class SetupRail {
    private final VBox box = new VBox();
    private final ToggleGroup group = new ToggleGroup();

    /// @param open called with the section to reveal, or with an empty text to close the panel
    SetupRail(Texts texts, Consumer<String> open) {
        box.setId("setup-rail");
        box.getStyleClass().add("fed-rail");
        add("data", Feather.DATABASE, texts);
        add("training", Feather.SLIDERS, texts);
        add("model", Feather.SHARE_2, texts);
        add("network", Feather.WIFI, texts);
        group.selectedToggleProperty()
                .addListener(
                        (o, before, now) ->
                                open.accept(now == null ? "" : (String) now.getUserData()));
    }

    private void add(String section, Ikon icon, Texts texts) {
        ToggleButton button = new ToggleButton();
        button.setId("rail-" + section);
        button.setUserData(section);
        button.getStyleClass().add("fed-icon-button");
        button.setToggleGroup(group);
        Icons.dress(button, icon, texts.get("setup.box." + section));
        box.getChildren().add(button);
    }

    VBox node() {
        return box;
    }

    boolean isOpen() {
        return group.getSelectedToggle() != null;
    }

    void close() {
        group.selectToggle(null);
    }
}
