package org.fedarium.ui.shell;

import org.fedarium.catalog.BadInput;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.ExperimentJson;
import org.fedarium.experiment.Incoming;
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
    private final Incoming incoming;
    private final FileDialogs dialogs;
    private final Notices notices;

    ExperimentFiles(LabModel model, Texts texts, LabServices services, Notices notices) {
        this.model = model;
        this.texts = texts;
        this.incoming = services.incoming();
        this.dialogs = services.dialogs();
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
            Fx.background(() -> incoming.experiment(file), model::open, notices::failed);
        }
    }

    private void useCsv(Path file) {
        Experiment now = model.edited().get();
        Fx.background(
                () -> incoming.csv(file, now),
                next -> model.edit(next, "data.file"),
                notices::failed);
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
