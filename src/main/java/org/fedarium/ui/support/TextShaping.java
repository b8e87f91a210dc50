package org.fedarium.ui.support;

import java.util.logging.Level;
import java.util.logging.Logger;

/// A way around a fault of JavaFX 26 on Linux: its shared text shaper is given back before it has
/// been cleaned up, so the FX thread and the render thread may clean it at the same time, which
/// throws now and then and may free memory twice.
public final class TextShaping {
    private static final Logger LOG = Logger.getLogger(TextShaping.class.getName());
    private static final String MANAGER = "com.sun.javafx.text.GlyphLayoutManager";

    private TextShaping() {}

    /// Takes the shared shaper and never gives it back; every layout then gets one of its own.
    /// Harmless where it has been taken already. A JavaFX that has no such class needs no help.
    public static void separate() {
        try {
            Class.forName(MANAGER).getMethod("getInstance").invoke(null);
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.INFO, "This JavaFX has no shared text shaper", e);
        }
    }
}
