package org.fedarium.cli;

import org.fedarium.catalog.BadInput;
import org.fedarium.data.DataFiles;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.ExperimentJson;
import org.fedarium.experiment.RunSetup;
import org.fedarium.experiment.Scenario;
import org.fedarium.experiment.Scenarios;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// An experiment as a person names it: a JSON file, or a scenario's id or title.
///
/// @param name       as given: finding it again gives the same
/// @param file       the file's name as given; empty for a scenario
/// @param folder     what relative paths in the experiment are relative to
public record ExperimentSource(String name, String file, Experiment experiment, Path folder) {

    /// Finds a file or, when there is none, a scenario of that name.
    public static ExperimentSource find(String name) {
        Path file = path(name);
        Optional<Scenario> scenario = Scenarios.find(name);
        boolean looksLikeFile = name.endsWith(".json") || file.getNameCount() > 1;
        if (scenario.isPresent() && !Files.isRegularFile(file)) {
            return new ExperimentSource(name, "", scenario.get().experiment(), Path.of(""));
        }
        if (!Files.exists(file) && !looksLikeFile) {
            throw BadInput.of(
                    "source.unknown",
                    "\"{0}\" is neither a file nor a scenario. Scenarios: {1}.",
                    name,
                    String.join(", ", Scenarios.all().stream().map(Scenario::id).toList()));
        }
        return file(file);
    }

    /// The first scenario: what the program shows when it is asked for nothing.
    public static ExperimentSource opening() {
        Scenario first = Scenarios.all().getFirst();
        return new ExperimentSource(first.id(), "", first.experiment(), Path.of(""));
    }

    /// Reads a JSON file.
    static ExperimentSource file(String name) {
        return file(path(name));
    }

    private static ExperimentSource file(Path file) {
        Path parent = file.getParent();
        return new ExperimentSource(
                file.toString(),
                file.toString(),
                ExperimentJson.read(file),
                parent == null ? Path.of("") : parent);
    }

    /// Reads the data and makes everything ready to run; messages name the experiment's file.
    static RunSetup setUp(String file, Experiment experiment, DataFiles files) {
        try {
            return new RunSetup(experiment, files);
        } catch (BadInput e) {
            // What is wrong with a data file is not the experiment file's fault.
            if (file.isEmpty() || e.code().startsWith("csv.") || e.code().startsWith("sample.")) {
                throw e;
            }
            throw BadInput.of("json.field", "{0}: {1}", file, e.getMessage());
        }
    }

    /// The same source with changed settings.
    public ExperimentSource with(Experiment changed) {
        return new ExperimentSource(name, file, changed, folder);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw BadInput.of("file.path", "\"{0}\" is not a path: {1}.", name, e.getReason());
        }
    }
}
