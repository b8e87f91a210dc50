package org.fedarium.data;

import org.jspecify.annotations.Nullable;

/// One sample data set: what a list of them shows, and what reading its file needs.
///
/// @param id      the word used in experiments; the file is `id`.csv
/// @param title   for people
/// @param target  name of the predicted column, always the file's last
/// @param clients what a natural client is, such as `hospital`; null when the file has no client
///     column
/// @param task    what is predicted
/// @param side    pixels along one side of a square image; 0 when the inputs are no image
/// @param licence of the data
/// @param inJar   false for files that are only shipped beside the program
/// @param ignore  columns that are never inputs, separated by commas
/// @param summary one sentence
/// @param source  authors and origin
/// @param note    what a person must know, or empty
public record Sample(
        String id,
        String title,
        String target,
        @Nullable String clients,
        Task task,
        int side,
        String licence,
        boolean inJar,
        String ignore,
        String summary,
        String source,
        String note) {

    static Sample classes(
            String id, String title, String target, @Nullable String clients, String licence) {
        return new Sample(
                id, title, target, clients, Task.CLASSIFICATION, 0, licence, true, "", "", "", "");
    }

    static Sample numbers(
            String id, String title, String target, @Nullable String clients, String licence) {
        return new Sample(
                id, title, target, clients, Task.REGRESSION, 0, licence, true, "", "", "", "");
    }

    Sample said(String newSummary, String newSource, String newNote) {
        return new Sample(
                id,
                title,
                target,
                clients,
                task,
                side,
                licence,
                inJar,
                ignore,
                newSummary,
                newSource,
                newNote);
    }

    Sample image(int newSide) {
        return new Sample(
                id, title, target, clients, task, newSide, licence, inJar, ignore, summary, source,
                note);
    }

    /// Shipped beside the program, because its licence asks for more than attribution.
    Sample besideJar() {
        return new Sample(
                id, title, target, clients, task, side, licence, false, ignore, summary, source,
                note);
    }

    Sample ignoring(String columns) {
        return new Sample(
                id, title, target, clients, task, side, licence, inJar, columns, summary, source,
                note);
    }

    public String fileName() {
        return id + ".csv";
    }
}
