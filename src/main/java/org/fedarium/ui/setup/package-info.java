/// The experiment panel: every control is generated from the catalog's parameter descriptions.
/// May use ui.support, lab, look and everything below.
/// Start with [org.fedarium.ui.setup.SetupPane] and [org.fedarium.ui.setup.ParameterControl].
@NullMarked
package org.fedarium.ui.setup;

import org.jspecify.annotations.NullMarked;
