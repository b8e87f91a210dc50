/// Running and remembering: the conductor that owns the threads, the timeline of results, the
/// playhead that moves over it. May use experiment and everything below.
/// Start with [org.fedarium.lab.Conductor], [org.fedarium.lab.Timeline],
/// [org.fedarium.lab.Playhead].
@NullMarked
package org.fedarium.lab;

import org.jspecify.annotations.NullMarked;
