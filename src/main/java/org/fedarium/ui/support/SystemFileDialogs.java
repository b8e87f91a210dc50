package org.fedarium.ui.support;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The platform's own dialogs. Remembers the folder last used.
public final class SystemFileDialogs implements FileDialogs {
    private final Stage owner;
    private @Nullable File folder;

    public SystemFileDialogs(Stage owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(String title, List<Kind> kinds) {
        return remember(chooser(title, kinds).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<Kind> kinds) {
        FileChooser chooser = chooser(title, kinds);
        chooser.setInitialFileName(suggestedName);
        Optional<Path> path = remember(chooser.showSaveDialog(owner));
        ExtensionFilter filter = chooser.getSelectedExtensionFilter();
        boolean bare = path.isPresent() && !path.get().getFileName().toString().contains(".");
        if (!bare || filter == null) {
            return path;
        }
        String extension = filter.getExtensions().getFirst().substring(1);
        return path.map(p -> p.resolveSibling(p.getFileName() + extension));
    }

    private FileChooser chooser(String title, List<Kind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        for (Kind kind : kinds) {
            chooser.getExtensionFilters()
                    .add(new ExtensionFilter(kind.name(), "*." + kind.extension()));
        }
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remember(@Nullable File file) {
        if (file != null) {
            folder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }
}
