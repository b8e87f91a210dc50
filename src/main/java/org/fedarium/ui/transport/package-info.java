/// The transport at the foot of the window: play, steps, speed, scrubber, counters.
/// May use ui.support, scene, lab, look and everything below.
/// Start with [org.fedarium.ui.transport.TransportBar].
@NullMarked
package org.fedarium.ui.transport;

import org.jspecify.annotations.NullMarked;
