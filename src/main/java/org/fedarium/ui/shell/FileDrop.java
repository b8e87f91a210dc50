package org.fedarium.ui.shell;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Takes experiment and CSV files that are dragged onto the window.
final class FileDrop {
    private FileDrop() {}

    static void install(Node target, Node hint, Consumer<Path> take) {
        target.setOnDragOver(
                e -> {
                    if (usable(e)) {
                        e.acceptTransferModes(TransferMode.COPY);
                    }
                });
        target.setOnDragEntered(e -> hint.setVisible(usable(e)));
        target.setOnDragExited(e -> hint.setVisible(false));
        target.setOnDragDropped(
                e -> {
                    hint.setVisible(false);
                    boolean taken = usable(e);
                    if (taken) {
                        take.accept(e.getDragboard().getFiles().getFirst().toPath());
                    }
                    e.setDropCompleted(taken);
                });
    }

    private static boolean usable(DragEvent e) {
        List<File> files = e.getDragboard().getFiles();
        return files.size() == 1 && ExperimentFiles.canTake(files.getFirst().toPath());
    }
}
