package org.fedarium.ui.shell;

import javafx.application.Platform;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// The title bar's menu of looks: every theme, and whether things move.
final class ThemeMenu {
    private final MenuButton button;
    private final Texts texts;
    private final LabModel model;
    private final List<RadioMenuItem> themes = new ArrayList<>();
    private final CheckMenuItem still;

    ThemeMenu(MenuButton button, LabModel model, Texts texts) {
        this.button = button;
        this.texts = texts;
        this.model = model;
        ToggleGroup group = new ToggleGroup();
        for (Theme theme : Theme.ALL) {
            RadioMenuItem item = new RadioMenuItem(texts.get("shell.theme." + theme.id()));
            item.setId("theme-" + theme.id());
            item.setToggleGroup(group);
            item.setUserData(theme);
            item.setOnAction(e -> model.preferences().theme().set(theme));
            themes.add(item);
        }
        still = new CheckMenuItem(texts.get("shell.motion.reduced"));
        still.setId("reduced-motion");
        still.setOnAction(e -> choose(still.isSelected()));
        button.getItems().setAll(themes);
        button.getItems().addAll(new SeparatorMenuItem(), still);
        button.setOnShowing(e -> show());
        show();
    }

    private void choose(boolean reduced) {
        boolean desktop = Platform.getPreferences().isReducedMotion();
        model.preferences()
                .access()
                .set(model.preferences().access().get().withReducedMotion(reduced, desktop));
    }

    /// Ticks what holds now.
    void show() {
        Theme now = model.preferences().theme().get();
        themes.forEach(t -> t.setSelected(t.getUserData() == now));
        still.setSelected(model.reducedMotion().get());
        String name = texts.get("shell.theme") + ": " + texts.get("shell.theme." + now.id());
        Icons.dress(button, now.isDark() ? Feather.MOON : Feather.SUN, name);
    }
}
