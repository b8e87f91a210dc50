package org.fedarium.ui.support;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.testfx.api.FxRobot;

import java.io.File;
import java.io.IOException;
import java.util.Objects;

/// A person at the window, for tests: finds nodes by id, clicks, drags, types, takes pictures.
/// Hides TestFX, so that it can be replaced.
public final class Robot {
    private final FxRobot robot = new FxRobot();
    private final Scene scene;

    public Robot(Scene scene) {
        this.scene = scene;
    }

    public <T extends Node> T find(String id, Class<T> type) {
        return FxToolkit.call(
                () -> type.cast(Objects.requireNonNull(scene.lookup("#" + id), "no node #" + id)));
    }

    public boolean exists(String id) {
        return FxToolkit.call(() -> scene.lookup("#" + id) != null);
    }

    public void click(String id) {
        Point2D centre = at(id, 0.5);
        robot.clickOn(centre, MouseButton.PRIMARY);
        settle();
    }

    /// The screen position at a share of a node's width.
    public Point2D at(String id, double share) {
        Node node = find(id, Node.class);
        return FxToolkit.call(
                () -> {
                    Bounds b = node.localToScreen(node.getBoundsInLocal());
                    return new Point2D(
                            b.getMinX() + share * b.getWidth(), b.getMinY() + b.getHeight() / 2);
                });
    }

    /// Presses at one share of a node's width, moves to another, lets go.
    public void drag(String id, double from, double to) {
        robot.moveTo(at(id, from));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(at(id, to));
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    public void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    /// Replaces a field's text and confirms it with Enter.
    public void enter(String fieldId, String text) {
        type(fieldId, text);
        press(KeyCode.ENTER);
    }

    /// Replaces a field's text without confirming it.
    public void type(String fieldId, String text) {
        TextField field = find(fieldId, TextField.class);
        FxToolkit.run(
                () -> {
                    field.requestFocus();
                    field.selectAll();
                    field.replaceSelection(text);
                });
        settle();
    }

    /// Waits for what was sent to the FX thread to be handled.
    public void settle() {
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents(2);
    }

    /// Writes a picture of the window to the screenshot folder.
    public WritableImage snapshot(String name) throws IOException {
        settle();
        WritableImage image = FxToolkit.call(() -> scene.snapshot(null));
        File folder = new File(System.getProperty("fedarium.screenshots", "target/screenshots"));
        Pictures.write(image, new File(folder, name + ".png"));
        return image;
    }
}
