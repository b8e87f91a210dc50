/// Where the program starts: pre-flight checks, the window or the command line, the hand-written
/// wiring, and the picture of the window that needs no display. May use every other package;
/// nobody uses it. Start with [org.fedarium.app.Launcher].
@NullMarked
package org.fedarium.app;

import org.jspecify.annotations.NullMarked;
