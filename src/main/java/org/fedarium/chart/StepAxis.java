package org.fedarium.chart;

import java.util.Locale;

/// What charts of a whole run are drawn over.
public enum StepAxis {
    /// Rounds, server versions or mixing steps.
    ROUNDS,
    /// Local optimiser steps of all clients so far.
    LOCAL_STEPS,
    /// Bytes sent so far, up and down.
    BYTES,
    /// Virtual seconds since the start of the run.
    SECONDS;

    /// The word in bundle keys and files.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
