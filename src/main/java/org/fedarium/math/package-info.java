/// Arithmetic that gives the same bits on every machine: parameter vectors, elementary functions,
/// keyed random streams with their samplers, and statistics. May use the JDK and commons-math3.
/// Start with [org.fedarium.math.Randomness] and [org.fedarium.math.Vectors].
@NullMarked
package org.fedarium.math;

import org.jspecify.annotations.NullMarked;
