package org.fedarium.catalog;

/// Anything a person can choose in an experiment.
public interface Described {
    Descriptor describe();
}
