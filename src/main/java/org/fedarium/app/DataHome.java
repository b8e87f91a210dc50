package org.fedarium.app;

import org.fedarium.catalog.BadInput;
import org.fedarium.data.DataFiles;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds data files: samples in the program's jar, then in the program's folder, then in the
/// current folder; a user's own files relative to the experiment that names them. Samples whose
/// licence does not allow them into the jar lie beside it, so not finding one is a normal thing to
/// tell.
public final class DataHome implements DataFiles {
    private static final String FOLDER = "sample-datasets";
    private static final String RESOURCES = "/org/fedarium/" + FOLDER + "/";

    private final List<Path> folders;
    private final Path base;

    DataHome(List<Path> folders, Path base) {
        this.folders = List.copyOf(folders);
        this.base = base;
    }

    /// @param base the folder of the experiment file, or the current folder
    public static DataHome at(Path base) {
        List<Path> folders = new ArrayList<>();
        String home = System.getProperty("fedarium.home", "");
        if (!home.isBlank()) {
            folders.add(Path.of(home, FOLDER).toAbsolutePath().normalize());
        }
        Path here = Path.of(FOLDER).toAbsolutePath();
        if (!folders.contains(here)) {
            folders.add(here);
        }
        return new DataHome(folders, base);
    }

    @Override
    public InputStream openSample(String name) throws IOException {
        if (isPlainName(name)) {
            InputStream inJar = DataHome.class.getResourceAsStream(RESOURCES + name);
            if (inJar != null) {
                return inJar;
            }
            Path beside = beside(name);
            if (beside != null) {
                return Files.newInputStream(beside);
            }
        }
        throw BadInput.of(
                "sample.missing",
                "The sample data file {0} is not there. Looked in the program itself and in {1}."
                        + " Some sample files ship beside the program because of their licence: put"
                        + " the folder {2} of the download there, or choose another data set.",
                name,
                String.join(", ", folders.stream().map(Path::toString).toList()),
                FOLDER);
    }

    @Override
    public boolean hasSample(String name) {
        return isPlainName(name)
                && (DataHome.class.getResource(RESOURCES + name) != null || beside(name) != null);
    }

    @Override
    public Path resolve(String path) {
        return base.resolve(path).normalize();
    }

    private @Nullable Path beside(String name) {
        for (Path folder : folders) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    private static boolean isPlainName(String name) {
        return name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    }
}
