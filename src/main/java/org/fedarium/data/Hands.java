package org.fedarium.data;

import java.util.List;

/// Which examples every client got, as row indices of the data set.
///
/// @param clients    stable names
/// @param train      [client][i]
/// @param validation [client][i]
/// @param test       [client][i]
/// @param notes      what a person must know of the deal
public record Hands(
        List<String> clients, int[][] train, int[][] validation, int[][] test, List<String> notes) {
    public Hands {
        clients = List.copyOf(clients);
        notes = List.copyOf(notes);
    }
}
