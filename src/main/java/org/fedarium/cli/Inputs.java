package org.fedarium.cli;

import org.fedarium.catalog.BadInput;

/// Checks of what is typed on the command line.
final class Inputs {
    static final int MOST_THREADS = 1024;

    private Inputs() {}

    static void inRange(String option, long value, long min, long max) {
        if (value < min || value > max) {
            throw BadInput.of(
                    "option.range",
                    "{0} {1}: use a whole number from {2} to {3}.",
                    option,
                    value,
                    min,
                    max);
        }
    }
}
