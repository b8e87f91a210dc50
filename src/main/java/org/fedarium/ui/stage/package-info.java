/// The stage in the window: a [org.fedarium.scene.Surface] on a JavaFX Canvas. May use scene, lab
/// and below. Start with [org.fedarium.ui.stage.CanvasSurface].
@NullMarked
package org.fedarium.ui.stage;

import org.jspecify.annotations.NullMarked;
