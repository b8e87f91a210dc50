package org.fedarium.chart;

/// The charts that stand beside the stage.
public enum ChartKind {
    /// Loss by round: the global model, every client, references.
    LOSS,
    /// Another metric of the global model by round: accuracy, R2, recall, ...
    METRIC,
    /// One parameter over the local steps of the last rounds.
    PATHS,
    /// The score of one model on every client's own test data: mean, deviation, worst tenth.
    SPREAD,
    /// Recall of each class by round.
    CLASSES,
    /// Bytes sent since the start, down and up.
    TRAFFIC,
    /// Virtual duration of every round, and how much of it is waiting.
    CLOCK,
    /// One parameter by round: of the global model, and of clients after their local steps.
    PARAMETER;

    /// True for charts of local steps, which are recomputed for the rounds on show.
    public boolean usesTraces() {
        return this == PATHS || this == PARAMETER;
    }

    /// The word used in file names and bundle keys.
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
