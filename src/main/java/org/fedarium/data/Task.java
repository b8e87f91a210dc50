package org.fedarium.data;

/// What is to be predicted: one of several classes, or a number.
public enum Task {
    CLASSIFICATION,
    REGRESSION
}
