/// How the server combines updates, one rule a file. May use math and catalog.
/// Start with [org.fedarium.aggregation.Aggregator].
@NullMarked
package org.fedarium.aggregation;

import org.jspecify.annotations.NullMarked;
