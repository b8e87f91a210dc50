package org.fedarium.catalog;

import java.util.List;

/// The choices of one section of an experiment, in the order in which they are offered. The first
/// is the default.
public record Catalog<T extends Described>(String section, List<T> entries) {
    public Catalog {
        entries = List.copyOf(entries);
        for (T entry : entries) {
            if (!entry.describe().section().equals(section)) {
                throw new IllegalArgumentException(
                        entry.describe().id() + " does not belong to " + section);
            }
        }
    }

    /// The entry called `id`; throws [BadInput] naming the known ones when there is none.
    public T find(String id) {
        for (T entry : entries) {
            if (entry.describe().id().equals(id)) {
                return entry;
            }
        }
        throw BadInput.of(
                "kind.unknown",
                "{0}.kind: \"{1}\" is not known. Known: {2}.",
                section,
                id,
                String.join(", ", entries.stream().map(e -> e.describe().id()).toList()));
    }
}
