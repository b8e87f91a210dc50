package org.fedarium.data;

import org.fedarium.catalog.Values;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What a person says about the columns of a table.
///
/// @param target      column to predict; empty: the last
/// @param client      column that names the client; empty: the one called `client`, if any
/// @param ignore      columns to leave out
/// @param categorical columns to read as categories though they hold numbers
/// @param dropMissing leave rows with missing values out instead of refusing them
/// @param task        null: decided by the target
record CsvSettings(
        String target,
        String client,
        List<String> ignore,
        List<String> categorical,
        boolean dropMissing,
        @Nullable Task task) {

    static CsvSettings of(Values values) {
        return new CsvSettings(
                values.text("target").strip(),
                values.text("client").strip(),
                names(values.text("ignore")),
                names(values.text("categorical")),
                values.text("missing").equals("drop"),
                switch (values.text("task")) {
                    case "classification" -> Task.CLASSIFICATION;
                    case "regression" -> Task.REGRESSION;
                    default -> null;
                });
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        for (String name : text.split(",")) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return List.copyOf(names);
    }
}
