package org.fedarium.experiment;

import org.fedarium.data.DataFiles;
import org.fedarium.data.DataSources;
import org.fedarium.data.Dataset;
import org.fedarium.math.Purpose;
import org.fedarium.math.Randomness;

import java.nio.file.Path;

/// Takes in files that a person opens or drops: everything is read and put together once before it
/// may replace what is there, so that a file that cannot be used changes nothing.
public final class Incoming {
    private static final String FILE = "data.file";

    private final DataFiles files;

    public Incoming(DataFiles files) {
        this.files = files;
    }

    /// A saved experiment. A data file named relative to it is found wherever the program was
    /// started.
    ///
    /// @throws org.fedarium.catalog.BadInput when it, or its data, cannot be used
    public Experiment experiment(Path file) {
        Experiment experiment = withDataBeside(file, ExperimentJson.read(file));
        new RunSetup(experiment, files);
        return experiment;
    }

    private static Experiment withDataBeside(Path file, Experiment experiment) {
        if (!experiment.section("data").kind().equals("csv")) {
            return experiment;
        }
        String data = (String) experiment.get(FILE);
        Path resolved = file.toAbsolutePath().resolveSibling(data).normalize();
        return data.isEmpty() ? experiment : experiment.with(FILE, resolved.toString());
    }

    /// An experiment with a CSV file as its data, and a model and a split that fit them.
    ///
    /// @throws org.fedarium.catalog.BadInput when the file cannot be used
    public Experiment csv(Path file, Experiment now) {
        Experiment next =
                now.with("data.kind", "csv")
                        .with(FILE, file.toAbsolutePath().toString())
                        .with("title", file.getFileName().toString());
        Choice data = next.section("data");
        Dataset dataset =
                DataSources.ALL
                        .find(data.kind())
                        .load(
                                data.values(),
                                files,
                                new Randomness(next.seed()).stream(Purpose.DATA));
        Experiment fitted = Fitting.fitted(next, dataset.task(), dataset.hasGroups());
        new RunSetup(fitted, files);
        return fitted;
    }
}
