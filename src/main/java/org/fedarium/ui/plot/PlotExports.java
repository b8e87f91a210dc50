package org.fedarium.ui.plot;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

import org.fedarium.export.ChartExport;
import org.fedarium.look.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What can be taken out of the plots beside the stage, as files or to the clipboard.
public final class PlotExports {
    private final Supplier<List<PlotTile>> tiles;
    private final ChartFiles files;
    private final Texts texts;

    PlotExports(Supplier<List<PlotTile>> tiles, ChartFiles files, Texts texts) {
        this.tiles = tiles;
        this.files = files;
        this.texts = texts;
    }

    /// The charts as they stand, for files; empty before the first frame. May take a moment for
    /// long runs.
    public List<ChartExport> charts() {
        List<ChartExport> all = new ArrayList<>();
        for (PlotTile tile : tiles.get()) {
            ChartExport export = tile.export();
            if (export != null) {
                all.add(export);
            }
        }
        return all;
    }

    /// A submenu per plot, for the Export menu.
    public List<MenuItem> menus() {
        List<MenuItem> menus = new ArrayList<>();
        for (PlotTile tile : tiles.get()) {
            Menu menu = new Menu(texts.get("plot.kind." + tile.kind().id()));
            menu.setId("export-" + tile.id());
            menu.getItems().setAll(ChartMenu.exports(tile, files, texts));
            menus.add(menu);
        }
        return menus;
    }

    /// Copies the focused plot (else the first): its picture and its numbers.
    public void copyFocused() {
        List<PlotTile> all = tiles.get();
        all.stream()
                .filter(tile -> tile.shown().isFocused())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(files::copyBoth);
    }
}
