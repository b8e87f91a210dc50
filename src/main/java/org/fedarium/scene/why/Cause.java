package org.fedarium.scene.why;

import org.fedarium.lab.Phase;

import java.util.Optional;

/// One thing that may explain a step, as far as measurements bear it out: speaks only when they
/// do. Every threshold stands in the comment of the class that uses it.
interface Cause {
    /// At the end of this phase everything that it cites is known.
    Phase known();

    /// What it has to say of the step; empty when the measurements do not support it.
    Optional<Reason> in(Evidence step);
}
