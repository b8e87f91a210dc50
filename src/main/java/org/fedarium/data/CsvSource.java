package org.fedarium.data;

import org.fedarium.catalog.BadInput;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the text of a table comes from. It is opened several times.
///
/// @param name for messages
record CsvSource(String name, Opener opener) {

    /// Opens the text anew.
    interface Opener {
        InputStream open() throws IOException;
    }

    /// A user's file; refused when there is no such readable file or it is too large.
    static CsvSource of(Path path, CsvLimits limits) {
        if (!Files.exists(path)) {
            throw BadInput.of("csv.missing", "{0}: there is no such file. Check the path.", path);
        }
        if (Files.isDirectory(path)) {
            throw BadInput.of(
                    "csv.folder", "{0}: this is a folder. Choose a CSV file inside it.", path);
        }
        if (!Files.isRegularFile(path)) {
            throw BadInput.of("csv.not-regular", "{0}: this is not an ordinary file.", path);
        }
        if (!Files.isReadable(path)) {
            throw BadInput.of(
                    "csv.unreadable",
                    "{0}: this file may not be read. Check its permissions.",
                    path);
        }
        try {
            long bytes = Files.size(path);
            if (bytes > limits.bytes()) {
                throw BadInput.of(
                        "csv.large",
                        "{0}: the file has {1} bytes; at most {2} bytes can be read. Use fewer rows"
                                + " or columns.",
                        path,
                        CsvLimits.show(bytes),
                        CsvLimits.show(limits.bytes()));
            }
        } catch (IOException e) {
            throw failed(path.toString(), e);
        }
        return new CsvSource(path.toString(), () -> Files.newInputStream(path));
    }

    static BadInput failed(String name, IOException e) {
        return BadInput.of("csv.io", "{0}: reading failed: {1}.", name, e);
    }
}
