package org.fedarium.ui.stage;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

import org.jspecify.annotations.Nullable;

/// Keeps what is drawn on a canvas sharp in a window that is shown larger than it is laid out:
/// there a canvas would be drawn small and blown up. A twin with as many points as are seen lies
/// over it and is drawn on instead.
final class SharpCanvas {
    private final Canvas canvas;
    private @Nullable Canvas twin;

    SharpCanvas(Canvas canvas) {
        this.canvas = canvas;
    }

    /// How much larger the canvas is shown; 1 outside of a window.
    double zoom() {
        double zoom = canvas.getLocalToSceneTransform().getMxx();
        return canvas.getParent() instanceof Pane && zoom > 0 ? zoom : 1;
    }

    /// An empty surface in the canvas's own coordinates.
    GraphicsContext cleared() {
        GraphicsContext own = canvas.getGraphicsContext2D();
        own.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double zoom = zoom();
        if (zoom == 1 || !(canvas.getParent() instanceof Pane pane)) {
            drop();
            return own;
        }
        Canvas sharp = twin(pane);
        sharp.setWidth(Math.ceil(zoom * canvas.getWidth()));
        sharp.setHeight(Math.ceil(zoom * canvas.getHeight()));
        sharp.getTransforms().setAll(new Scale(1 / zoom, 1 / zoom));
        sharp.relocate(canvas.getLayoutX(), canvas.getLayoutY());
        GraphicsContext g = sharp.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, sharp.getWidth(), sharp.getHeight());
        g.setTransform(zoom, 0, 0, zoom, 0, 0);
        return g;
    }

    private Canvas twin(Pane pane) {
        Canvas sharp = twin;
        if (sharp == null || sharp.getParent() != pane) {
            drop();
            sharp = new Canvas();
            sharp.setManaged(false);
            sharp.setMouseTransparent(true);
            pane.getChildren().add(pane.getChildren().indexOf(canvas) + 1, sharp);
            twin = sharp;
        }
        return sharp;
    }

    private void drop() {
        if (twin != null && twin.getParent() instanceof Pane pane) {
            pane.getChildren().remove(twin);
        }
        twin = null;
    }
}
