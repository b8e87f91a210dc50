/// Ways out of the program: files with data, and pictures through Java2D. May use chart, scene, lab
/// and below. Start with [org.fedarium.export.Graphics2DSurface].
@NullMarked
package org.fedarium.export;

import org.jspecify.annotations.NullMarked;
