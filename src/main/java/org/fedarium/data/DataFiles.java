package org.fedarium.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Where data come from. The program's own implementation looks into the jar and beside it.
public interface DataFiles {
    /// The sample data set file `name` (such as `penguins.csv`); throws
    /// [org.fedarium.catalog.BadInput] saying where it looked when it is not there.
    InputStream openSample(String name) throws IOException;

    /// True when the sample file can be opened.
    boolean hasSample(String name);

    /// A user's path as written in an experiment, resolved against the experiment's own folder.
    Path resolve(String path);
}
