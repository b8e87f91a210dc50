package org.fedarium.ui.plot;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.fedarium.export.ExportFormat;
import org.fedarium.look.Texts;

import java.util.ArrayList;
import java.util.List;

/// What can be done with one chart, on a right click and in the Export menu.
final class ChartMenu {
    private ChartMenu() {}

    static ContextMenu of(PlotCard card, ChartFiles files, Texts texts) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(exports(card, files, texts));
        menu.getItems().add(new SeparatorMenuItem());
        String id = card.kind().id();
        menu.getItems()
                .addAll(
                        item(
                                id + "-copy-image",
                                texts.get("plot.menu.copyImage"),
                                () -> files.copyImage(card)),
                        item(
                                id + "-copy-data",
                                texts.get("plot.menu.copyData"),
                                () -> files.copyData(card)),
                        item(
                                id + "-table",
                                texts.get("plot.menu.table"),
                                () -> files.showTable(card)));
        return menu;
    }

    static List<MenuItem> exports(PlotCard card, ChartFiles files, Texts texts) {
        List<MenuItem> items = new ArrayList<>();
        String id = card.kind().id();
        for (int scale = 1; scale <= 4; scale++) {
            int by = scale;
            items.add(
                    item(
                            id + "-png-" + by,
                            texts.get("plot.menu.png", by),
                            () -> files.save(card, ExportFormat.PNG, by)));
        }
        items.add(
                item(
                        id + "-svg",
                        texts.get("plot.menu.svg"),
                        () -> files.save(card, ExportFormat.SVG, 1)));
        items.add(
                item(
                        id + "-pdf",
                        texts.get("plot.menu.pdf"),
                        () -> files.save(card, ExportFormat.PDF, 1)));
        items.add(
                item(
                        id + "-csv",
                        texts.get("plot.menu.csv"),
                        () -> files.save(card, ExportFormat.CSV, 1)));
        return items;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }
}
