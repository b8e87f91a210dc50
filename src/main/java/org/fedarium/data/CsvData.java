package org.fedarium.data;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.nio.file.InvalidPathException;
import java.util.List;

/// A CSV file of the user's.
public final class CsvData implements DataSource {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "data",
                "csv",
                "CSV file",
                "A file of your own: UTF-8, commas, a first line of column names.",
                "",
                "",
                Preparation.after(
                        ParameterSpec.text("file", "File", "", "Path of the CSV file."),
                        ParameterSpec.text(
                                "target",
                                "Target column",
                                "",
                                "The column to predict. Empty: the last one."),
                        ParameterSpec.text(
                                "client",
                                "Client column",
                                "",
                                "The column that says whose row it is; never an input. Empty: the"
                                        + " one called client, if there is one."),
                        ParameterSpec.text(
                                        "ignore",
                                        "Ignored columns",
                                        "",
                                        "Columns to leave out, separated by commas.")
                                .at(ParameterSpec.Level.MORE),
                        ParameterSpec.text(
                                        "categorical",
                                        "Category columns",
                                        "",
                                        "Columns of numbers to read as categories, separated by"
                                                + " commas.")
                                .at(ParameterSpec.Level.MORE),
                        ParameterSpec.choice(
                                        "missing",
                                        "Missing values",
                                        List.of("refuse", "drop"),
                                        "refuse",
                                        "Rows with an empty cell, NA, NaN, null or ?: refuse the"
                                                + " file, or drop the rows.")
                                .at(ParameterSpec.Level.MORE),
                        ParameterSpec.choice(
                                        "task",
                                        "Task",
                                        List.of("auto", "classification", "regression"),
                                        "auto",
                                        "Auto: text, or at most 20 different whole numbers, are"
                                                + " classes.")
                                .at(ParameterSpec.Level.MORE)));
    }

    @Override
    public Dataset load(Values values, DataFiles files, RandomStream stream) {
        String file = values.text("file").strip();
        if (file.isEmpty()) {
            throw BadInput.of("csv.none", "data.file: no file is chosen. Name a CSV file.");
        }
        try {
            return CsvReader.read(files.resolve(file), CsvSettings.of(values), CsvLimits.DEFAULT);
        } catch (InvalidPathException e) {
            throw BadInput.of(
                    "csv.path", "data.file: \"{0}\" is not a path: {1}.", file, e.getReason());
        }
    }
}
