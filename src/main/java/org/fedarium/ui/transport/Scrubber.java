package org.fedarium.ui.transport;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.scene.ScrubberPainter;
import org.fedarium.scene.ScrubberView;
import org.fedarium.ui.stage.CanvasSurface;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The rail over all rounds: drag to go anywhere that has been computed.
final class Scrubber {
    private static final double WIDE_ROUND = 24;
    private static final double HEIGHT = 56;
    private static final double PRESENTER_HEIGHT = 72;

    private final Pane pane;
    private final LabModel model;
    private final Texts texts;
    private final Canvas canvas = new Canvas(1, HEIGHT);
    private final CanvasSurface surface = new CanvasSurface(canvas);
    private @Nullable ScrubberView painted;
    private @Nullable Object paintedKey;

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

    private ScrubberView view(@Nullable Timeline timeline, int computed) {
        return new ScrubberView(
                model.rounds(),
                Math.min(computed, model.rounds()),
                model.playhead().get().position(),
                timeline == null ? List.of() : timeline.marks(),
                timeline == null ? null : timeline.ghost(),
                timeline == null ? List.of() : timeline.branches(),
                model.preferences().theme().get(),
                texts,
                canvas.getWidth(),
                canvas.getHeight(),
                pane.isHover() || pane.isFocusVisible());
    }

    private void drag(MouseEvent e) {
        pane.requestFocus();
        ScrubberView view = painted;
        if (view == null) {
            return;
        }
        double position = view.position(e.getX());
        // Where rounds are narrow, land on whole ones: their pictures are complete.
        boolean narrow = view.x(1) - view.x(0) < WIDE_ROUND;
        model.movement().scrub(narrow ? Math.rint(position) : position);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.UP) {
            model.movement().stepRound();
            e.consume();
        } else if (e.getCode() == KeyCode.DOWN) {
            model.movement().backRound();
            e.consume();
        }
    }

    /// Larger numbers below the track, for a projector.
    void setPresenter(boolean presenter) {
        double height = presenter ? PRESENTER_HEIGHT : HEIGHT;
        canvas.setHeight(height);
        pane.setPrefHeight(height);
        pane.setMaxHeight(height);
    }

    void pulse() {
        Timeline timeline = model.timeline();
        int computed = timeline == null ? 0 : timeline.lastRound();
        Object key =
                List.of(
                        canvas.getWidth(),
                        canvas.getHeight(),
                        model.preferences().theme().get(),
                        model.playhead().get(),
                        computed,
                        model.rounds(),
                        pane.isHover(),
                        pane.isFocusVisible(),
                        timeline == null ? 0L : timeline.runId(),
                        timeline == null ? 0 : timeline.branches().size());
        if (!key.equals(paintedKey)) {
            paintedKey = key;
            pane.setAccessibleText(
                    texts.variant(model.rhythm().name())
                            .get(
                                    "transport.position",
                                    model.playhead().get().round(),
                                    model.rounds()));
            ScrubberView now = view(timeline, Math.max(0, computed));
            surface.begin(model.preferences().theme().get().color("surface"));
            ScrubberPainter.paint(surface, now);
            painted = now;
        }
    }
}
