/// The experiment: an immutable description of a run, its JSON form, its validation, the scenarios,
/// and the assembler that turns it into a simulation. May use every engine package.
/// Start with [org.fedarium.experiment.Experiment].
@NullMarked
package org.fedarium.experiment;

import org.jspecify.annotations.NullMarked;
