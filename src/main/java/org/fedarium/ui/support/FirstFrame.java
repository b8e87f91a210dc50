package org.fedarium.ui.support;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;

/// Tells when a frame is on the screen. Belongs to the FX thread.
///
/// JavaFX lays the next frame out while a thread of its own still draws the last, and hands what it
/// has drawn to the window in an event. So a tiny picture is asked for after the frame: when it is
/// there the frame is drawn, and once the events before that have been handled it is shown.
public final class FirstFrame implements Runnable {
    private final Scene scene;
    private final Runnable then;

    private FirstFrame(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    /// Calls back once the next frame of a scene is on the screen. Nothing else happens on the FX
    /// thread from the frame's layout until then.
    public static void await(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new FirstFrame(scene, then));
    }

    /// Laid out, and about to be drawn.
    @Override
    public void run() {
        scene.removePostLayoutPulseListener(this);
        Platform.runLater(
                () -> {
                    new Canvas(1, 1).snapshot(null, null);
                    Platform.runLater(then);
                });
    }
}
