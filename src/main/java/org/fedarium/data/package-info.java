/// Data sets: reading CSV files, the sample data, splits into roles, standardising, shards.
/// May use math and catalog. Start with [org.fedarium.data.Dataset].
@NullMarked
package org.fedarium.data;

import org.jspecify.annotations.NullMarked;
