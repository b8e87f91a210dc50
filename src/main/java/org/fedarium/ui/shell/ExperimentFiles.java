package org.fedarium.ui.shell;

import org.fedarium.catalog.BadInput;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.ExperimentJson;
import org.fedarium.look.Texts;
import org.fedarium.ui.setup.SetupActions;
import org.fedarium.ui.support.FileDialogs;
import org.fedarium.ui.support.Fx;
import org.fedarium.ui.support.LabModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// Opens and saves experiments and takes in CSV files, always away from the FX thread.
final class ExperimentFiles implements SetupActions {
    private final LabModel model;
    private final Texts texts;
    private final FileDialogs dialogs;
    private final Notices notices;

    ExperimentFiles(LabModel model, Texts texts, FileDialogs dialogs, Notices notices) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.notices = notices;
    }

    /// True for files that [#take(Path)] can do something with.
    static boolean canTake(Path file) {
        return extension(file).equals("json") || extension(file).equals("csv");
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// Opens an experiment, or makes a CSV file the data set.
    void take(Path file) {
        if (extension(file).equals("csv")) {
            useCsv(file);
        } else {
            Fx.background(() -> read(file), model::open, notices::failed);
        }
    }

    /// A data file named relative to the experiment is found wherever the window was started.
    private static Experiment read(Path file) {
        Experiment experiment = ExperimentJson.read(file);
        if (!experiment.section("data").kind().equals("csv")) {
            return experiment;
        }
        String data = experiment.section("data").values().text("file");
        Path resolved = file.toAbsolutePath().resolveSibling(data).normalize();
        return data.isEmpty() ? experiment : experiment.with("data.file", resolved.toString());
    }

    private void useCsv(Path file) {
        Experiment next =
                model.edited()
                        .get()
                        .with("data.kind", "csv")
                        .with("data.file", file.toAbsolutePath().toString())
                        .with("title", file.getFileName().toString());
        model.edit(next, "data.file");
    }

    @Override
    public void chooseCsv() {
        dialogs.open(texts.get("shell.openCsv"), List.of(csv())).ifPresent(this::useCsv);
    }

    private FileDialogs.Kind csv() {
        return new FileDialogs.Kind(texts.get("shell.kind.csv"), "csv");
    }

    private FileDialogs.Kind json() {
        return new FileDialogs.Kind(texts.get("shell.kind.experiment"), "json");
    }

    @Override
    public void openExperiment() {
        dialogs.open(texts.get("shell.openExperiment"), List.of(json())).ifPresent(this::take);
    }

    @Override
    public void saveExperiment() {
        Experiment experiment = model.experimentToSave();
        String name = fileName(experiment.title()) + ".json";
        dialogs.save(texts.get("shell.saveExperiment"), name, List.of(json()))
                .ifPresent(
                        path ->
                                Fx.background(
                                        () -> write(path, experiment),
                                        p -> notices.say(texts.get("shell.saved", p)),
                                        notices::failed));
    }

    static String fileName(String title) {
        String name =
                title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]+", "-");
        String trimmed = name.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "experiment" : trimmed;
    }

    /// Writes beside the target first, so that a full disk leaves the old file as it was.
    private static Path write(Path path, Experiment experiment) {
        Path partial = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.writeString(partial, ExperimentJson.write(experiment));
            return Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw BadInput.of(
                    "file.write",
                    "{0} could not be written ({1}). Choose another folder.",
                    path,
                    e.getMessage());
        }
    }
}
