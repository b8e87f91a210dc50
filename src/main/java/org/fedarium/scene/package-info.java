/// Pictures of a run: the stage, the formula card, the preview of skew and the scrubber, as pure
/// painters onto a small [org.fedarium.scene.Surface]. No JavaFX, no AWT. May use lab and look.
/// Start with [org.fedarium.scene.StagePainter] and [org.fedarium.scene.StageView].
@NullMarked
package org.fedarium.scene;

import org.jspecify.annotations.NullMarked;
