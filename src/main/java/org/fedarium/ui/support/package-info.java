/// What every part of the window needs: the one animation timer, the way onto the FX thread,
/// themes, icons, file dialogs, FXML loading, and the window's state. May use lab, look and
/// everything below. Start with [org.fedarium.ui.support.LabModel] and
/// [org.fedarium.ui.support.PlaybackClock].
@NullMarked
package org.fedarium.ui.support;

import org.jspecify.annotations.NullMarked;
