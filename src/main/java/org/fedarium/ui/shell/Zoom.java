package org.fedarium.ui.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger: the content is laid out in a smaller room and blown up to the whole.
/// For screens of very many points, on which type of the usual size cannot be read.
final class Zoom extends Region {
    private final Region content;
    private final Scale scale = new Scale(1, 1);

    Zoom(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    void set(double factor) {
        if (factor != scale.getX()) {
            scale.setX(factor);
            scale.setY(factor);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
