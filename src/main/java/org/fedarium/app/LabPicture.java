package org.fedarium.app;

import org.fedarium.cli.ExperimentSource;
import org.fedarium.look.Theme;

import java.io.IOException;
import java.nio.file.Path;

/// stub
record LabPicture(ExperimentSource source, int round) {
    static final int LAST_ROUND = Integer.MAX_VALUE;
    static final int WIDTH = 1440;
    static final int HEIGHT = 900;

    void write(int width, int height, Theme theme, Path file) throws IOException {
        throw new IOException("stub");
    }
}
