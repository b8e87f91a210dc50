package org.fedarium.ui.plot;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.fedarium.look.Texts;

import java.util.ArrayList;
import java.util.List;

/// What can be done with one plot: arranging it, saving it, copying it.
final class TileMenu {
    private final PlotTile tile;
    private final PlotBoard board;
    private final Texts texts;

    TileMenu(PlotTile tile, PlotBoard board, Texts texts) {
        this.tile = tile;
        this.board = board;
        this.texts = texts;
    }

    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        boolean large = board.isEnlarged(tile);
        MenuItem size =
                item(
                        large ? "restore" : "enlarge",
                        large ? "plot.tile.restore" : "plot.tile.enlarge",
                        () -> board.enlarge(large ? null : tile));
        items.add(size);
        MenuItem up = item("up", "plot.tile.up", () -> board.move(tile, -1));
        up.setDisable(!board.canMove(tile, -1));
        MenuItem down = item("down", "plot.tile.down", () -> board.move(tile, 1));
        down.setDisable(!board.canMove(tile, 1));
        items.add(up);
        items.add(down);
        items.add(item("remove", "plot.tile.remove", () -> board.remove(tile)));
        items.add(new SeparatorMenuItem());
        Menu files = new Menu(texts.get("plot.tile.export"));
        files.setId(tile.id() + "-export");
        files.getItems().setAll(ChartMenu.exports(tile, board.files(), texts));
        items.add(files);
        items.addAll(ChartMenu.copies(tile, board.files(), texts));
        return items;
    }

    private MenuItem item(String name, String text, Runnable action) {
        MenuItem item = new MenuItem(texts.get(text));
        item.setId(tile.id() + "-" + name);
        item.setOnAction(e -> action.run());
        return item;
    }
}
