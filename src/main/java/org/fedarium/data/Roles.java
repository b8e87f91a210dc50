package org.fedarium.data;

/// Which rows are for training, for choosing settings and for testing. Increasing row numbers;
/// every row has exactly one role.
public record Roles(int[] train, int[] validation, int[] test) {}
