package org.fedarium.scene;

/// What a client is doing at a moment, as the stage shows it.
public enum ClientState {
    /// No round is going on.
    RESTING,
    /// Not drawn for this round.
    IDLE,
    SELECTED,
    RECEIVING,
    TRAINING,
    UPLOADING,
    SENT,
    /// Drawn, but it has no training examples.
    EMPTY,
    /// Past the deadline.
    LATE,
    /// Its connection was lost.
    DROPPED,
    /// The aggregation rule left it out.
    REJECTED
}
