package org.fedarium.cli;

import org.fedarium.catalog.BadInput;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// The folder that a run writes to, made and tried before the first round is computed.
final class OutputFolder {
    private OutputFolder() {}

    static Path of(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw BadInput.of("out.path", "--out {0}: not a path: {1}.", text, e.getReason());
        }
    }

    /// @param files names that will be written there
    static void prepare(Path folder, List<String> files) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw BadInput.of("out.file", "--out {0}: this is a file; name a folder.", folder);
        }
        for (String file : files) {
            if (Files.isDirectory(folder.resolve(file))) {
                throw BadInput.of(
                        "out.taken",
                        "--out {0}: {1} is a folder there. Name another folder.",
                        folder,
                        file);
            }
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".fedarium", ".part"));
        } catch (IOException e) {
            throw BadInput.of(
                    "out.write",
                    "--out {0}: nothing can be written there ({1}). Name another folder.",
                    folder,
                    reason(e),
                    e);
        }
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case AccessDeniedException e -> "access denied to " + e.getFile();
            case FileAlreadyExistsException e -> e.getFile() + " is a file";
            default -> String.valueOf(problem.getMessage());
        };
    }
}
