package org.fedarium.ui.support;

/// What moves the playhead.
public enum Motion {
    PAUSED,
    PLAYING,
    /// On the way to the end of a phase or round that was asked for.
    STEPPING
}
