package org.fedarium.ui.plot;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.ClassPair;
import org.fedarium.scene.PictureLook;
import org.fedarium.scene.Surface;
import org.fedarium.ui.stage.CanvasSurface;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Shows a painted picture and repaints it only when what it depends on has changed. FX thread
/// only.
final class PictureHost extends Pane {
    private static final int NOBODY = -1;

    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(canvas);
    private @Nullable Object painted;
    private @Nullable TilePopup menu;
    private @Nullable PictureLook look;
    private Picture.Hit hit = Picture.Hit.NOBODY;
    private IntConsumer onHoverClient = k -> {};
    private IntConsumer onSelectClient = k -> {};
    private Consumer<ClassPair> onHoverClass = pair -> {};
    private Picture.@Nullable Classes classes;
    private int under = NOBODY;
    private ClassPair pointed = ClassPair.NONE;

    PictureHost(String id) {
        setId(id);
        setMinSize(120, 60);
        setPrefSize(320, 160);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        getStyleClass().add("fed-focusable");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setOnMouseMoved(
                e -> {
                    hover(clientAt(e));
                    point(classesAt(e));
                });
        setOnMouseExited(
                e -> {
                    hover(NOBODY);
                    point(ClassPair.NONE);
                });
        addEventHandler(KeyEvent.KEY_PRESSED, this::walkClasses);
        focusedProperty().addListener((o, was, is) -> point(is ? pointed : ClassPair.NONE));
        setOnMouseClicked(this::click);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
    }

    void setMenu(TilePopup popup) {
        menu = popup;
    }

    /// The client under the pointer, or -1.
    void setOnHoverClient(IntConsumer handler) {
        onHoverClient = handler;
    }

    /// The classes under the pointer.
    void setOnHoverClass(Consumer<ClassPair> handler) {
        onHoverClass = handler;
    }

    private ClassPair classesAt(MouseEvent event) {
        PictureLook now = look;
        Picture.Classes here = classes;
        return now == null || here == null
                ? ClassPair.NONE
                : here.at().at(now, event.getX(), event.getY());
    }

    private void point(ClassPair pair) {
        if (!pair.equals(pointed)) {
            pointed = pair;
            onHoverClass.accept(pair);
        }
    }

    /// Up and down walk from class to class, as on the stage from client to client.
    private void walkClasses(KeyEvent event) {
        Picture.Classes here = classes;
        if (here == null || here.count() == 0) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> point(pointed.moved(1, here.count()));
            case UP -> point(pointed.moved(-1, here.count()));
            case ESCAPE -> {
                if (pointed.isNone()) {
                    return;
                }
                point(ClassPair.NONE);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// A client was clicked; -1 for a double click.
    void setOnSelectClient(IntConsumer handler) {
        onSelectClient = handler;
    }

    private int clientAt(MouseEvent event) {
        PictureLook now = look;
        return now == null ? NOBODY : hit.clientAt(now, event.getX(), event.getY());
    }

    private void hover(int client) {
        if (client != under) {
            under = client;
            onHoverClient.accept(client);
        }
    }

    private void click(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int client = clientAt(event);
        if (event.getClickCount() == 2) {
            onSelectClient.accept(NOBODY);
        } else if (client != NOBODY) {
            onSelectClient.accept(client);
        }
    }

    private void openMenu(ContextMenuEvent event) {
        if (menu != null) {
            menu.get().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    PictureLook look(Theme theme, Texts texts, double scale) {
        // The card is wider on the right than its text, for the numbers of the charts.
        return new PictureLook(
                theme, texts, Math.max(40, getWidth() - 14), Math.max(40, getHeight()), scale);
    }

    /// Returns true when it had to paint.
    ///
    /// @param key what the picture depends on besides its look
    /// @param at    finds the client under a point of it
    /// @param about finds the classes under a point of it
    boolean show(
            PictureLook wanted,
            Object key,
            BiConsumer<Surface, PictureLook> painter,
            Picture.Hit at,
            Picture.@Nullable Classes about) {
        Object all = List.of(wanted, key, surface.pixelScale());
        if (getWidth() < 40 || getHeight() < 40 || all.equals(painted)) {
            return false;
        }
        painted = all;
        look = wanted;
        hit = at;
        classes = about;
        surface.begin(wanted.theme().color("surface"));
        painter.accept(surface, wanted);
        return true;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            painted = null;
        }
    }
}
