/// The window: title bar, the three columns, notices, keys, files. Puts the other views together.
/// May use every ui package and everything below. Start with [org.fedarium.ui.shell.LabWindow].
@NullMarked
package org.fedarium.ui.shell;

import org.jspecify.annotations.NullMarked;
