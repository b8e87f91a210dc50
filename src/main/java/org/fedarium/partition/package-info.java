/// How examples are dealt to clients, one rule a file, and measures of how different the clients'
/// data became. May use data, math and catalog. Start with [org.fedarium.partition.Partition].
@NullMarked
package org.fedarium.partition;

import org.jspecify.annotations.NullMarked;
