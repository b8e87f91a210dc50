package org.fedarium.ui.plot;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Transform;

import org.fedarium.chart.ChartTable;
import org.fedarium.export.ChartExport;
import org.fedarium.export.Csv;
import org.fedarium.export.ExportFormat;
import org.fedarium.export.PictureExport;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.FileDialogs;
import org.fedarium.ui.support.Fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Saves charts where a person asks for them, away from the FX thread, and copies them to the
/// clipboard.
final class ChartFiles {
    private final FileDialogs dialogs;
    private final Texts texts;
    private Consumer<Path> onSaved = path -> {};
    private Consumer<Throwable> onFailed = failure -> {};

    ChartFiles(FileDialogs dialogs, Texts texts) {
        this.dialogs = dialogs;
        this.texts = texts;
    }

    void setOutcome(Consumer<Path> saved, Consumer<Throwable> failed) {
        onSaved = saved;
        onFailed = failed;
    }

    /// @param scale pixels per unit, for PNG
    void save(PlotTile tile, ExportFormat format, double scale) {
        PictureExport picture = tile.painted();
        if (picture != null) {
            save(picture.id(), picture.title(), format, path -> picture.write(format, scale, path));
            return;
        }
        if (tile.face().table()) {
            String title = texts.get("plot.face." + tile.face().id());
            ChartTable table = tile.table();
            save(tile.face().id(), title, ExportFormat.CSV, path -> Csv.write(table, path));
            return;
        }
        ChartExport chart = tile.export();
        if (chart != null) {
            save(tile.face().id(), chart.title(), format, path -> chart.write(format, scale, path));
        }
    }

    private void save(String id, String title, ExportFormat format, Consumer<Path> write) {
        String name = "fedarium-" + id + "." + format.extension();
        var kind = new FileDialogs.Kind(format.name().toUpperCase(Locale.ROOT), format.extension());
        dialogs.save(title, name, List.of(kind))
                .ifPresent(
                        path ->
                                Fx.background(
                                        () -> {
                                            write.accept(path);
                                            return path;
                                        },
                                        onSaved,
                                        onFailed));
    }

    /// Picture and numbers together: a program that takes the clipboard chooses.
    void copyBoth(PlotTile tile) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture(tile.shown()));
        content.putString(Csv.text(tile.table()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void copyImage(PlotTile tile) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture(tile.shown()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void copyData(PlotTile tile) {
        ClipboardContent content = new ClipboardContent();
        content.putString(Csv.text(tile.table()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void showTable(PlotTile tile) {
        PictureExport picture = tile.painted();
        ChartExport chart = picture == null ? tile.export() : null;
        String title = picture != null ? picture.title() : chart == null ? "" : chart.title();
        if (tile.face().table()) {
            title = texts.get("plot.face." + tile.face().id());
        }
        if (!title.isEmpty()) {
            DataTable.open(texts.get("plot.table.title", title), tile.table(), tile.shown());
        }
    }

    private static javafx.scene.image.Image picture(Node node) {
        SnapshotParameters twice = new SnapshotParameters();
        twice.setTransform(Transform.scale(2, 2));
        return node.snapshot(twice, null);
    }
}
