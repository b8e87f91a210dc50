package org.fedarium.ui.setup;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.kordamp.ikonli.feather.Feather;

/// The panel's menu: files, and how much detail to show.
final class SetupMenu {
    private SetupMenu() {}

    static void attach(
            Button button, LabModel model, Texts texts, SetupActions actions, Locks locks) {
        Icons.dress(button, Feather.MORE_HORIZONTAL, texts.get("setup.more"));
        ContextMenu menu = new ContextMenu();
        Menu students = new Menu(texts.get("setup.lock.menu"));
        students.setId("menu-locks");
        MenuItem how = new MenuItem(texts.get("setup.lock.how"));
        how.setDisable(true);
        button.setOnAction(
                e -> {
                    students.getItems().setAll(locks.general());
                    students.getItems().add(how);
                    menu.show(button, Side.BOTTOM, 0, 4);
                });
        MenuItem open = item(texts.get("setup.open"), "open-experiment", actions::openExperiment);
        MenuItem save = item(texts.get("setup.save"), "save-experiment", actions::saveExperiment);
        open.setAccelerator(KeyCombination.valueOf("Shortcut+O"));
        save.setAccelerator(KeyCombination.valueOf("Shortcut+S"));
        menu.getItems()
                .setAll(
                        open,
                        save,
                        item(texts.get("setup.newSeed"), "menu-new-seed", model::newSeed),
                        students,
                        new SeparatorMenuItem());
        ToggleGroup group = new ToggleGroup();
        for (Level level : Level.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get("setup.level." + level.name()));
            item.setId("level-" + level.name().toLowerCase(java.util.Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(level == model.preferences().level().get());
            item.setOnAction(e -> model.preferences().level().set(level));
            menu.getItems().add(item);
        }
    }

    private static MenuItem item(String text, String id, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }
}
