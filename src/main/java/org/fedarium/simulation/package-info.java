/// One federated run as a pure function: state plus one server step at a time. Clients train on an
/// Executor that is given. May use every engine package below experiment.
/// Start with [org.fedarium.simulation.Simulation] and [org.fedarium.simulation.StepRecord].
@NullMarked
package org.fedarium.simulation;

import org.jspecify.annotations.NullMarked;
