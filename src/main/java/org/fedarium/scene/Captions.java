package org.fedarium.scene;

/// The captions that a layout keeps room for.
///
/// @param lines of text beside each client: 2, 1, or 0 where there is no room
record Captions(int lines, Place place) {
    static final Captions NONE = new Captions(0, Place.OUTWARD);

    /// On which side of its client a caption stands.
    enum Place {
        /// Above on the upper part of a ring, else below.
        HALVES,
        ABOVE,
        /// Above what is above the server, else below.
        AWAY,
        /// In the direction away from the server.
        OUTWARD
    }
}
