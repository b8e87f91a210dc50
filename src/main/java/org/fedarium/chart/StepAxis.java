package org.fedarium.chart;

/// What the horizontal axis of the charts over rounds counts. Everything but rounds is cumulated
/// since the start of the run, as the record of the step says it.
public enum StepAxis {
    /// Number of the step itself: round, server version or mixing step.
    ROUNDS("rounds"),
    /// Local optimiser steps of all clients together.
    LOCAL_STEPS("localSteps"),
    /// Bytes sent in both directions.
    BYTES("bytes"),
    /// Virtual seconds at which the step ended.
    SECONDS("seconds");

    private final String id;

    StepAxis(String id) {
        this.id = id;
    }

    /// The word used in bundle keys.
    public String id() {
        return id;
    }
}
