package org.fedarium.data;

import org.fedarium.catalog.Note;

import java.util.List;

/// Data ready to train on, and how to get back to the original units.
///
/// @param data            shards and pools, standardised as asked
/// @param targetMean      original target = standardised * targetScale + targetMean; 0 when the
///     target was left as it is
/// @param targetScale     in the target's unit; 1 when the target was left as it is
/// @param statisticsBytes what pooled standardisation sent before the first round, all clients
///     together, both ways
/// @param notes           what a person must know of data, deal and standardisation
public record PreparedData(
        FederatedData data,
        double targetMean,
        double targetScale,
        long statisticsBytes,
        List<Note> notes) {
    public PreparedData {
        notes = List.copyOf(notes);
    }
}
