package org.fedarium.simulation;

/// Something that took virtual time. The six animated phases are one rendering of these events.
///
/// @param client  index of the client, or -1 for the server
/// @param start   virtual seconds since the start of the run
/// @param end     virtual seconds; at least `start`
/// @param version version of the global model pulled (the round it came from)
/// @param bytes   payload; 0 when nothing is sent
public record TimedEvent(int client, Kind kind, double start, double end, int version, long bytes) {
    /// What happened.
    public enum Kind {
        DOWNLOAD,
        TRAIN,
        UPLOAD,
        AGGREGATE,
        EVALUATE
    }
}
