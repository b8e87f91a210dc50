package org.fedarium.ui.plot;

import javafx.scene.control.MenuItem;

import org.fedarium.export.ExportFormat;
import org.fedarium.look.Texts;

import java.util.ArrayList;
import java.util.List;

/// Saving and copying one plot, in its own menu and in the Export menu.
final class ChartMenu {
    private ChartMenu() {}

    /// Copying, and the numbers as a table.
    static List<MenuItem> copies(PlotTile tile, ChartFiles files, Texts texts) {
        String id = tile.id();
        return List.of(
                item(
                        id + "-copy-image",
                        texts.get("plot.menu.copyImage"),
                        () -> files.copyImage(tile)),
                item(
                        id + "-copy-data",
                        texts.get("plot.menu.copyData"),
                        () -> files.copyData(tile)),
                item(id + "-table", texts.get("plot.menu.table"), () -> files.showTable(tile)));
    }

    /// One entry per format and size.
    static List<MenuItem> exports(PlotTile tile, ChartFiles files, Texts texts) {
        List<MenuItem> items = new ArrayList<>();
        String id = tile.id();
        if (tile.face().table()) {
            return List.of(csv(tile, files, texts));
        }
        for (int scale = 1; scale <= 4; scale++) {
            int by = scale;
            items.add(
                    item(
                            id + "-png-" + by,
                            texts.get("plot.menu.png", by),
                            () -> files.save(tile, ExportFormat.PNG, by)));
        }
        items.add(
                item(
                        id + "-svg",
                        texts.get("plot.menu.svg"),
                        () -> files.save(tile, ExportFormat.SVG, 1)));
        items.add(
                item(
                        id + "-pdf",
                        texts.get("plot.menu.pdf"),
                        () -> files.save(tile, ExportFormat.PDF, 1)));
        items.add(csv(tile, files, texts));
        return items;
    }

    private static MenuItem csv(PlotTile tile, ChartFiles files, Texts texts) {
        return item(
                tile.id() + "-csv",
                texts.get("plot.menu.csv"),
                () -> files.save(tile, ExportFormat.CSV, 1));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }
}
