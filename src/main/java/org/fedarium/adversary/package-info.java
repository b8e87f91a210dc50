/// Attacks by hostile clients, one file each. May use data, model, math and catalog.
/// Start with [org.fedarium.adversary.Attack].
@NullMarked
package org.fedarium.adversary;

import org.jspecify.annotations.NullMarked;
