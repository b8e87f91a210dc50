/// Descriptor types only: what a selectable thing is called, which parameters it takes, in which
/// ranges, and the one exception for input that cannot be used. Nothing here computes.
/// Uses the JDK alone. Start with [org.fedarium.catalog.Descriptor].
@NullMarked
package org.fedarium.catalog;

import org.jspecify.annotations.NullMarked;
