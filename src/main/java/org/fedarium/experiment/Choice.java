package org.fedarium.experiment;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;

/// What was chosen in one section: a catalog entry and the values of its parameters.
public record Choice(Values values) {
    public Descriptor descriptor() {
        return values.descriptor();
    }

    /// The entry's id, such as `fedavg`.
    public String kind() {
        return values.descriptor().id();
    }
}
