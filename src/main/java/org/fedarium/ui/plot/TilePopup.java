package org.fedarium.ui.plot;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/// The menu that a plot opens where the pointer is: a window of its own, made when it is first
/// asked for.
final class TilePopup implements Supplier<ContextMenu> {
    private final Supplier<List<MenuItem>> items;
    private @Nullable ContextMenu made;

    TilePopup(Supplier<List<MenuItem>> items) {
        this.items = items;
    }

    @Override
    public ContextMenu get() {
        ContextMenu menu = made;
        if (menu == null) {
            menu = new ContextMenu();
            ContextMenu shown = menu;
            menu.setOnShowing(e -> shown.getItems().setAll(items.get()));
            menu.getItems().setAll(items.get());
            made = menu;
        }
        return menu;
    }
}
