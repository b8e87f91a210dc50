/// The virtual clock, links and devices, compression, bytes on the wire. May use math and catalog.
/// Start with [org.fedarium.network.Network].
@NullMarked
package org.fedarium.network;

import org.jspecify.annotations.NullMarked;
