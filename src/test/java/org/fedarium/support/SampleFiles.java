package org.fedarium.support;

import org.fedarium.data.DataFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The sample data sets as they lie in the checkout.
public final class SampleFiles implements DataFiles {
    private static final Path FOLDER =
            Path.of(System.getProperty("fedarium.home", ".")).resolve("sample-datasets");

    @Override
    public InputStream openSample(String name) throws IOException {
        return Files.newInputStream(FOLDER.resolve(name));
    }

    @Override
    public boolean hasSample(String name) {
        return Files.exists(FOLDER.resolve(name));
    }

    @Override
    public Path resolve(String path) {
        return Path.of(path);
    }
}
