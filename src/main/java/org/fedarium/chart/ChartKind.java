package org.fedarium.chart;

/// The charts that stand beside the stage.
public enum ChartKind {
    /// Loss by round: the global model, every client, references.
    LOSS,
    /// Another metric of the global model by round: accuracy, R2, recall, ...
    METRIC,
    /// One parameter over the local steps of the last rounds.
    PATHS;

    /// True for charts of local steps, which are recomputed for the rounds on show.
    public boolean usesTraces() {
        return this == PATHS;
    }

    /// The word used in file names and bundle keys.
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
