package org.fedarium.ui.support;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// A person at the window, for tests: finds nodes by id, clicks, drags, types, takes pictures.
/// Hides TestFX, so that it can be replaced.
public final class Robot {
    private final FxRobot robot = new FxRobot();
    // Its keys and buttons come without TestFX's pause of 50 ms after each: settling waits for all.
    private final BaseRobot bare = robot.robotContext().getBaseRobot();
    private final Scene scene;

    public Robot(Scene scene) {
        this.scene = scene;
    }

    public <T extends Node> T find(String id, Class<T> type) {
        return FxToolkit.call(
                () -> type.cast(Objects.requireNonNull(lookup(id), "no node #" + id)));
    }

    public boolean exists(String id) {
        return FxToolkit.call(() -> lookup(id) != null);
    }

    /// In the window, or in a list or menu that hangs over it.
    private @Nullable Node lookup(String id) {
        Node found = scene.lookup("#" + id);
        for (Window window : Window.getWindows()) {
            if (found == null && window instanceof PopupWindow) {
                found = window.getScene().getRoot().lookup("#" + id);
            }
        }
        return found;
    }

    public void click(String id) {
        click(id, MouseButton.PRIMARY);
    }

    public void rightClick(String id) {
        click(id, MouseButton.SECONDARY);
    }

    private void click(String id, MouseButton button) {
        bringIntoView(id);
        // Sideways first: a submenu closes when the pointer crosses another item on its way.
        robot.moveTo(at(id, 0.5), org.testfx.robot.Motion.HORIZONTAL_FIRST);
        press(button);
    }

    /// Clicks a point of a node.
    public void clickAt(String id, double x, double y) {
        Node node = find(id, Node.class);
        robot.moveTo(FxToolkit.call(() -> node.localToScreen(x, y)));
        press(MouseButton.PRIMARY);
    }

    private void press(MouseButton button) {
        bare.pressMouse(button);
        bare.releaseMouse(button);
        settle();
    }

    /// Opens a list and clicks an item, both by id.
    public void choose(String boxId, String itemId) {
        click(boxId);
        scrollList(boxId, itemId);
        FxToolkit.await(itemId + " is listed", () -> lookup(itemId) != null);
        click(itemId);
    }

    /// Scrolls an open list until the item is there: long lists show a part.
    private void scrollList(String boxId, String itemId) {
        ComboBox<?> box = find(boxId, ComboBox.class);
        for (int i = 0; i < box.getItems().size() && lookup(itemId) == null; i += 5) {
            int row = i;
            FxToolkit.run(
                    () -> {
                        if (box.getSkin() instanceof ComboBoxListViewSkin<?> skin
                                && skin.getPopupContent() instanceof ListView<?> list) {
                            list.scrollTo(row);
                        }
                    });
            settle();
        }
    }

    /// Scrolls the pane around a node as far as needed.
    private void bringIntoView(String id) {
        Node node = find(id, Node.class);
        FxToolkit.run(
                () -> {
                    for (Node p = node.getParent(); p != null; p = p.getParent()) {
                        if (p instanceof ScrollPane pane) {
                            scroll(pane, node);
                        }
                    }
                });
        settle();
    }

    private static void scroll(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        Bounds at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double shown = pane.getViewportBounds().getHeight();
        double beyond = content.getLayoutBounds().getHeight() - shown;
        double top = pane.getVvalue() * beyond;
        if (beyond > 0 && (at.getMinY() < top || at.getMaxY() > top + shown)) {
            pane.setVvalue(Math.clamp((at.getCenterY() - shown / 2) / beyond, 0, 1));
        }
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
        bringIntoView(id);
        robot.moveTo(at(id, from));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(at(id, to));
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    /// Takes a slider's thumb to a share of the slider's width.
    public void slide(String id, double to) {
        bringIntoView(id);
        Node thumb = Objects.requireNonNull(find(id, Slider.class).lookup(".thumb"));
        robot.moveTo(thumb);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(at(id, to));
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    public void press(KeyCode... keys) {
        List<KeyCode> held = List.of(keys);
        held.forEach(bare::pressKeyboard);
        held.reversed().forEach(bare::releaseKeyboard);
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
