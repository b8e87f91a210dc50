package org.fedarium.ui.support;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

import org.jspecify.annotations.Nullable;

/// Scroll panes without the picture that JavaFX keeps of their content.
public final class Viewports {
    private Viewports() {}

    /// Draws the content itself, always. Its skin asks for a bitmap of what is in view, which makes
    /// scrolling text cheaper; ours changes in every frame, so that the bitmap is only drawn twice,
    /// and the pipeline never takes back the one of a window that was rebuilt.
    public static void drawDirectly(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> uncache(pane.lookup(".viewport")));
    }

    private static void uncache(@Nullable Node viewport) {
        if (viewport != null) {
            viewport.setCache(false);
        }
    }
}
