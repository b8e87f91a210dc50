package org.fedarium.catalog;

/// A catalog entry together with the values of its parameters, ready to be used.
public record Chosen<T extends Described>(T entry, Values values) {}
