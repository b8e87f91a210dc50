package org.fedarium.data;

import org.fedarium.catalog.Note;

import java.util.List;

/// Which examples every client got, as row indices of the data set, and what they look like there.
///
/// @param clients    stable names
/// @param train      [client][i]
/// @param validation [client][i]
/// @param test       [client][i]
/// @param notes      what a person must know of the deal
/// @param alteration how the clients' examples differ from the data set's
public record Hands(
        List<String> clients,
        int[][] train,
        int[][] validation,
        int[][] test,
        List<Note> notes,
        Alteration alteration) {
    public Hands {
        clients = List.copyOf(clients);
        notes = List.copyOf(notes);
    }

    /// A deal that leaves the examples as they are.
    public Hands(
            List<String> clients,
            int[][] train,
            int[][] validation,
            int[][] test,
            List<Note> notes) {
        this(clients, train, validation, test, notes, Alteration.NONE);
    }

    private int[] rows(int client, Alteration.Part part) {
        return switch (part) {
            case TRAIN -> train[client];
            case VALIDATION -> validation[client];
            case TEST -> test[client];
        };
    }

    /// The examples as their clients see them, every row in its old place. The same object when
    /// nothing is altered.
    public Examples seen(Examples raw) {
        if (alteration == Alteration.NONE) {
            return raw;
        }
        int columns = raw.columns();
        double[] x = raw.x().clone();
        for (int k = 0; k < clients.size(); k++) {
            for (Alteration.Part part : Alteration.Part.values()) {
                int[] rows = rows(k, part);
                double[] own = raw.select(rows).x();
                alteration.inputs(k, part, own, columns);
                for (int i = 0; i < rows.length; i++) {
                    System.arraycopy(own, i * columns, x, rows[i] * columns, columns);
                }
            }
        }
        return new Examples(x, raw.rows(), columns, seen(raw.labels()), raw.targets());
    }

    /// The labels as the clients see them, every row in its old place.
    public int[] seen(int[] labels) {
        if (alteration == Alteration.NONE || labels.length == 0) {
            return labels;
        }
        int[] seen = labels.clone();
        for (int k = 0; k < clients.size(); k++) {
            for (Alteration.Part part : Alteration.Part.values()) {
                for (int row : rows(k, part)) {
                    seen[row] = alteration.label(k, labels[row]);
                }
            }
        }
        return seen;
    }
}
