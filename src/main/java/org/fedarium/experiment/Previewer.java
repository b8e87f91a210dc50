package org.fedarium.experiment;

import org.fedarium.data.DataFiles;
import org.fedarium.data.Dataset;
import org.fedarium.data.Preparation;
import org.fedarium.data.Roles;
import org.fedarium.data.Splits;
import org.fedarium.math.Purpose;
import org.fedarium.math.Randomness;
import org.jspecify.annotations.Nullable;

/// Deals data for the live preview: what every client would hold under edited settings. Reads a
/// data set once and keeps it while the data settings stay. Confined to one thread.
public final class Previewer {
    private final DataFiles files;
    private @Nullable Choice source;
    private String model = "";
    private long seed;
    private @Nullable Dataset dataset;
    private @Nullable Roles roles;

    public Previewer(DataFiles files) {
        this.files = files;
    }

    /// @throws org.fedarium.catalog.BadInput when the data cannot be read or dealt so
    public Dealing.Preview preview(Experiment experiment) {
        Choice data = experiment.section("data");
        Randomness randomness = new Randomness(experiment.seed());
        Dataset read = dataset;
        Roles split = roles;
        if (read == null
                || split == null
                || !data.equals(source)
                || !experiment.section("model").kind().equals(model)
                || seed != experiment.seed()) {
            read = RunSetup.load(experiment, files);
            split =
                    Splits.split(
                            read, Preparation.of(data.values()), randomness.stream(Purpose.SPLIT));
            source = data;
            // The model settles a task that the data leave open.
            model = experiment.section("model").kind();
            seed = experiment.seed();
            dataset = read;
            roles = split;
        }
        return Dealing.preview(experiment, read, split, randomness);
    }
}
