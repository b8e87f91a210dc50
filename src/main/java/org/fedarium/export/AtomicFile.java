package org.fedarium.export;

import org.fedarium.catalog.BadInput;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that appears under its name only when it is complete: it is written beside its place
/// under a temporary name and moved at the end. When something fails, nothing is left behind.
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final OutputStream stream;
    private boolean committed;

    private AtomicFile(Path target, Path temporary, OutputStream stream) {
        this.target = target;
        this.temporary = temporary;
        this.stream = stream;
    }

    /// What writes the bytes.
    public interface Writer {
        void write(OutputStream stream) throws IOException;
    }

    /// Writes a whole file.
    ///
    /// @throws BadInput when the folder cannot be written to or the disk is full
    public static void write(Path target, Writer writer) {
        try (AtomicFile file = open(target)) {
            writer.write(file.stream());
            file.commit();
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /// Opens a file for writing; missing folders are made. Call [#commit()] when it is complete,
    /// and [#close()] always.
    public static AtomicFile open(Path target) {
        Path whole = target.toAbsolutePath();
        try {
            Path folder = whole.getParent();
            if (folder == null || Files.isDirectory(whole)) {
                throw BadInput.of(
                        "export.folder", "{0} is a folder. Choose a file name inside it.", target);
            }
            Files.createDirectories(folder);
            // Not createTempFile: that would leave the finished file readable by its owner only.
            String mark = Long.toHexString(ProcessHandle.current().pid());
            Path temporary = folder.resolve("." + whole.getFileName() + "." + mark + ".part");
            return new AtomicFile(
                    whole, temporary, new BufferedOutputStream(Files.newOutputStream(temporary)));
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /// A clear sentence for a file that could not be written.
    static BadInput failed(Path target, IOException cause) {
        return BadInput.of(
                "export.write",
                "{0} could not be written ({1}). Choose another folder, or check that you may write there and that the disk is not full.",
                target,
                reason(cause),
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case java.nio.file.AccessDeniedException e -> "access denied: " + e.getFile();
            case java.nio.file.FileAlreadyExistsException e ->
                    "this is a file, not a folder: " + e.getFile();
            case java.nio.file.NoSuchFileException e -> "no such folder: " + e.getFile();
            default -> String.valueOf(cause.getMessage());
        };
    }

    public OutputStream stream() {
        return stream;
    }

    /// Moves the complete file to its place, replacing an older one.
    public void commit() throws IOException {
        stream.close();
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
        committed = true;
    }

    /// Removes what was written unless it was committed.
    @Override
    public void close() {
        if (committed) {
            return;
        }
        try (OutputStream open = stream) {
            open.flush();
        } catch (IOException e) {
            ignore(e);
        }
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            ignore(e);
        }
    }

    /// The failure that led here is already on its way to the person; a second one adds nothing.
    private static void ignore(IOException e) {
        System.getLogger(AtomicFile.class.getName()).log(System.Logger.Level.DEBUG, "", e);
    }
}
