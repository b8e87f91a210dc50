package org.fedarium.ui.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks a person for a file. An interface, because the headless platform has no file choosers.
public interface FileDialogs {

    /// One kind of file.
    ///
    /// @param name      for people, such as `CSV file`
    /// @param extension without dot, such as `csv`
    record Kind(String name, String extension) {}

    /// An existing file, or empty when the person gave up.
    Optional<Path> open(String title, List<Kind> kinds);

    /// A file to write, or empty when the person gave up. The first kind is the suggested one.
    Optional<Path> save(String title, String suggestedName, List<Kind> kinds);
}
