/// How things look and read, without any toolkit: colour tokens, texts from the bundles, number
/// formats. Used by painters, charts, export and the window. May use catalog and the JDK.
/// Start with [org.fedarium.look.Theme] and [org.fedarium.look.Texts].
@NullMarked
package org.fedarium.look;

import org.jspecify.annotations.NullMarked;
