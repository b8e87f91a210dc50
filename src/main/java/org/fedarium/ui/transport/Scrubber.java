package org.fedarium.ui.transport;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;

/// The rail over all rounds: drag to go anywhere that has been computed.
final class Scrubber {
    private static final double INSET = 14;
    private static final double HEIGHT = 56;

    private final Pane pane;
    private final LabModel model;
    private final Texts texts;
    private final Canvas canvas = new Canvas(1, HEIGHT);
    private @Nullable Object painted;

    Scrubber(Pane pane, LabModel model, Texts texts) {
        this.pane = pane;
        this.model = model;
        this.texts = texts;
        pane.getChildren().setAll(canvas);
        pane.setPrefHeight(HEIGHT);
        pane.setMaxHeight(HEIGHT);
        canvas.widthProperty().bind(pane.widthProperty());
        pane.setAccessibleRole(AccessibleRole.SLIDER);
        pane.setOnMousePressed(this::drag);
        pane.setOnMouseDragged(this::drag);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void drag(MouseEvent e) {
        pane.requestFocus();
        double share = (e.getX() - INSET) / Math.max(1, canvas.getWidth() - 2 * INSET);
        double position = Math.max(0, Math.min(1, share)) * model.rounds();
        // Rounds as wide as a few pixels: land on whole ones, where the pictures are complete.
        double pixels = (canvas.getWidth() - 2 * INSET) / Math.max(1, model.rounds());
        model.scrub(pixels < 24 ? Math.rint(position) : position);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.UP) {
            model.stepRound();
            e.consume();
        } else if (e.getCode() == KeyCode.DOWN) {
            model.backRound();
            e.consume();
        }
    }

    void pulse() {
        Timeline timeline = model.timeline();
        int computed = timeline == null ? 0 : timeline.lastRound();
        Object key =
                java.util.List.of(
                        canvas.getWidth(),
                        model.theme().get(),
                        model.playhead().get(),
                        computed,
                        model.rounds(),
                        timeline == null ? 0L : timeline.runId());
        if (!key.equals(painted)) {
            painted = key;
            pane.setAccessibleText(
                    texts.get(
                            "transport.position", model.playhead().get().round(), model.rounds()));
            paint(canvas.getGraphicsContext2D(), model.theme().get(), computed);
        }
    }

    private void paint(GraphicsContext g, Theme theme, int computed) {
        double width = canvas.getWidth() - 2 * INSET;
        g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        double x = INSET + width * model.playhead().get().position() / model.rounds();
        g.setFill(color(theme.color("hover")));
        g.fillRoundRect(INSET, 22, width, 4, 4, 4);
        g.setFill(color(theme.color("line2")));
        g.fillRoundRect(INSET, 22, width * computed / model.rounds(), 4, 4, 4);
        g.setFill(color(theme.color("accent")));
        g.fillRoundRect(INSET, 22, x - INSET, 4, 4, 4);
        g.fillOval(x - 9, 15, 18, 18);
        g.setFill(color(theme.color("surface")));
        g.fillOval(x - 6, 18, 12, 12);
    }

    private static Color color(int argb) {
        return Color.rgb((argb >> 16) & 255, (argb >> 8) & 255, argb & 255);
    }
}
