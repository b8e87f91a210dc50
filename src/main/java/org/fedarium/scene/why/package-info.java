/// Why a step went as it did: causes that look at what was measured, one file each, and the reasons
/// they give. No JavaFX, no AWT. May use scene, lab and look. Start with
/// [org.fedarium.scene.why.Why] and [org.fedarium.scene.why.Causes].
@NullMarked
package org.fedarium.scene.why;

import org.jspecify.annotations.NullMarked;
