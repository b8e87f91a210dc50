package org.fedarium.ui.support;

import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.stage.Stage;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// The program's one animation timer: calls the body once per frame with the milliseconds since the
/// last one. Stops while the window is hidden or iconified. What the body throws is handed over,
/// once per kind, and the next frame goes on.
public final class PulseTicker implements AutoCloseable {
    // After a long pause (a dialog, a suspended computer) time goes on from where it stood.
    private static final double LONGEST_STEP_MILLIS = 100;

    private final Stage window;
    private final DoubleConsumer body;
    private final Consumer<Throwable> failed;
    private final ChangeListener<Boolean> visibility = (o, before, now) -> update();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long nanos) {
                    frame(nanos);
                }
            };
    private long lastNanos;
    private boolean running;
    private String lastFailure = "";

    public PulseTicker(Stage window, DoubleConsumer body, Consumer<Throwable> failed) {
        this.window = window;
        this.body = body;
        this.failed = failed;
        window.showingProperty().addListener(visibility);
        window.iconifiedProperty().addListener(visibility);
        update();
    }

    private void update() {
        boolean wanted = window.isShowing() && !window.isIconified();
        if (wanted && !running) {
            lastNanos = 0;
            timer.start();
        } else if (!wanted && running) {
            timer.stop();
        }
        running = wanted;
    }

    private void frame(long nanos) {
        double millis = lastNanos == 0 ? 0 : (nanos - lastNanos) / 1e6;
        lastNanos = nanos;
        try {
            body.accept(Math.min(LONGEST_STEP_MILLIS, millis));
        } catch (RuntimeException | Error e) {
            if (!lastFailure.equals(e.toString())) {
                lastFailure = e.toString();
                failed.accept(e);
            }
        }
    }

    @Override
    public void close() {
        window.showingProperty().removeListener(visibility);
        window.iconifiedProperty().removeListener(visibility);
        timer.stop();
        running = false;
    }
}
