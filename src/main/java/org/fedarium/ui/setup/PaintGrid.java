package org.fedarium.ui.setup;

import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

import org.fedarium.look.Texts;
import org.fedarium.partition.HandMatrix;
import org.fedarium.scene.MatrixPainter;
import org.fedarium.scene.MatrixView;
import org.fedarium.ui.stage.CanvasSurface;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiConsumer;

/// The table on its canvas, and what mouse and keys do with it: drag adds, the right button or Alt
/// removes; arrows move the cursor, plus paints, minus and Delete take away.
final class PaintGrid {
    private final LabModel model;
    private final Texts texts;
    private final BiConsumer<HandMatrix, Integer> painted;
    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(canvas);
    private final Pane pane = new Pane(canvas);
    private List<String> clients = List.of();
    private List<String> classes = List.of();
    private int[] sizes = new int[0];
    private @Nullable HandMatrix matrix;
    private int top;
    private int row;
    private int column;
    private int stroke;
    private int lastCell = -1;
    private @Nullable Object drawn;

    /// @param painted takes the new table and the number of the stroke it belongs to
    PaintGrid(LabModel model, Texts texts, BiConsumer<HandMatrix, Integer> painted) {
        this.model = model;
        this.texts = texts;
        this.painted = painted;
        pane.setId("paint-grid");
        pane.getStyleClass().addAll("fed-focusable", "fed-own-keys");
        pane.setFocusTraversable(true);
        canvas.widthProperty().bind(pane.widthProperty());
        canvas.heightProperty().bind(pane.heightProperty());
        pane.setOnMousePressed(this::pressed);
        pane.setOnMouseDragged(this::dragged);
        pane.setOnMouseReleased(e -> model.adjusting().set(false));
        pane.setOnMouseMoved(e -> point(e, false));
        pane.setOnScroll(e -> scroll(e.getDeltaY() < 0 ? 3 : -3));
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        pane.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    Pane node() {
        return pane;
    }

    /// @param classSizes training examples by class
    void show(HandMatrix now, List<String> clientNames, List<String> classNames, int[] classSizes) {
        matrix = now;
        clients = clientNames;
        classes = classNames;
        sizes = classSizes;
        row = Math.min(row, now.clients() - 1);
        column = Math.min(column, now.classes() - 1);
        scroll(0);
        drawn = null;
    }

    void pulse() {
        HandMatrix m = matrix;
        Object key =
                List.of(
                        canvas.getWidth(),
                        canvas.getHeight(),
                        model.preferences().theme().get(),
                        surface.pixelScale(),
                        top,
                        row,
                        column,
                        pane.isFocused());
        if (m == null || canvas.getWidth() < 50 || key.equals(drawn)) {
            return;
        }
        drawn = key;
        surface.begin(model.preferences().theme().get().color("surface"));
        MatrixView view = view(m);
        MatrixPainter.paint(surface, view);
        pane.setAccessibleText(
                texts.get(
                        "setup.paint.cell",
                        clients.get(row),
                        classes.get(column),
                        view.counts()[row][column]));
    }

    private MatrixView view(HandMatrix m) {
        return new MatrixView(
                clients,
                classes,
                m.counts(sizes),
                model.preferences().theme().get(),
                canvas.getWidth(),
                canvas.getHeight(),
                top,
                row,
                column,
                pane.isFocused());
    }

    /// Which clients are on show, where not all of them fit.
    String range() {
        int rows = MatrixView.rows(canvas.getHeight());
        if (clients.isEmpty() || rows >= clients.size()) {
            return "";
        }
        int last = Math.min(clients.size(), top + rows);
        return texts.get("setup.paint.range", top + 1, last, clients.size());
    }

    private boolean point(MouseEvent e, boolean keepInside) {
        HandMatrix m = matrix;
        if (m == null) {
            return false;
        }
        MatrixView view = view(m);
        int client = view.rowAt(e.getY());
        int label = view.columnAt(e.getX());
        if (client < 0 || label < 0 || keepInside && !pane.contains(e.getX(), e.getY())) {
            return false;
        }
        row = client;
        column = label;
        return true;
    }

    private void pressed(MouseEvent e) {
        pane.requestFocus();
        stroke++;
        lastCell = -1;
        model.adjusting().set(true);
        dragged(e);
        e.consume();
    }

    private void dragged(MouseEvent e) {
        if (!point(e, true)) {
            return;
        }
        // A cell takes one dab while the brush is over it, and another when it comes back.
        int cell = row * classes.size() + column;
        if (cell != lastCell) {
            lastCell = cell;
            paint(e.getButton() == MouseButton.SECONDARY || e.isAltDown() ? -1 : 1);
        }
        e.consume();
    }

    private void paint(int dabs) {
        HandMatrix m = matrix;
        if (m == null) {
            return;
        }
        HandMatrix next = m.plus(row, column, dabs * m.dab(column));
        if (next != m && !next.isTooLarge()) {
            matrix = next;
            drawn = null;
            painted.accept(next, stroke);
        }
    }

    private void scroll(int rows) {
        int most = clients.size() - MatrixView.rows(canvas.getHeight());
        top = Math.max(0, Math.min(top + rows, most));
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case UP -> row = Math.max(0, row - 1);
            case DOWN -> row = Math.min(clients.size() - 1, row + 1);
            case LEFT -> column = Math.max(0, column - 1);
            case RIGHT -> column = Math.min(classes.size() - 1, column + 1);
            case HOME -> row = 0;
            case END -> row = clients.size() - 1;
            case DELETE, BACK_SPACE -> paintByKey(-1);
            default -> {
                return;
            }
        }
        int rows = MatrixView.rows(canvas.getHeight());
        top = Math.max(row - rows + 1, Math.min(top, row));
        e.consume();
    }

    private void typed(KeyEvent e) {
        switch (e.getCharacter()) {
            case "+", "=" -> paintByKey(1);
            case "-", "\u2212" -> paintByKey(-1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void paintByKey(int dabs) {
        stroke++;
        paint(dabs);
    }
}
