package org.fedarium.scene;

/// What a client is doing at a moment, as the stage shows it.
public enum ClientState {
    /// No round is going on.
    RESTING,
    /// Not drawn for this round. Asynchronous: waits until the server sends it a version.
    IDLE,
    SELECTED,
    RECEIVING,
    TRAINING,
    UPLOADING,
    SENT,
    /// Without a server: it sends its model to neighbours and gets theirs.
    EXCHANGING,
    /// Without a server: it has averaged with neighbours.
    MIXED,
    /// Drawn, but it has no training examples.
    EMPTY,
    /// Past the deadline.
    LATE,
    /// Its connection was lost.
    DROPPED,
    /// The aggregation rule left it out.
    REJECTED,
    /// The aggregation rule shortened its update.
    CLIPPED,
    /// The aggregation rule gave its update less weight.
    DOWN_WEIGHTED
}
