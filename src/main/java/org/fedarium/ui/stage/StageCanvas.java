package org.fedarium.ui.stage;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.scene.ClassPair;
import org.fedarium.scene.GanttPainter;
import org.fedarium.scene.StageLayout;
import org.fedarium.scene.StagePainter;
import org.fedarium.scene.StageView;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// The federation on its canvas: repainted when something changed, and what the pointer and the
/// keyboard do with it.
final class StageCanvas {
    // Above this speed a round passes before its local steps are recomputed.
    private static final double FASTEST_TRACED = 4;

    private static final double INSET = 16;
    private static final double LOW = 80;

    private final Pane pane;
    private final LabModel model;
    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(canvas);
    private final Canvas formula = new Canvas();
    private final CanvasSurface formulaSurface = new CanvasSurface(formula);
    private final StagePainter painter = new StagePainter();
    private @Nullable StageView painted;
    private @Nullable List<Object> key;
    private String sentence = "";
    private boolean timeLine;
    private boolean presenter;
    private double legendRight;

    StageCanvas(Pane pane, Pane formulaPane, LabModel model, Texts texts) {
        this.pane = pane;
        this.model = model;
        this.texts = texts;
        pane.getChildren().setAll(canvas);
        canvas.widthProperty().bind(pane.widthProperty());
        canvas.heightProperty().bind(pane.heightProperty());
        formulaPane.getChildren().setAll(formula);
        formula.widthProperty().bind(formulaPane.widthProperty());
        formula.heightProperty().bind(formulaPane.heightProperty());
        pane.setAccessibleRole(AccessibleRole.LIST_VIEW);
        pane.setOnMouseMoved(
                e -> {
                    model.hovered().set(client(e.getX(), e.getY()));
                    model.hoveredClass().set(ClassPair.of(label(e.getX(), e.getY())));
                });
        pane.setOnMouseExited(
                e -> {
                    model.hovered().set(LabModel.NONE);
                    model.hoveredClass().set(ClassPair.NONE);
                });
        pane.setOnMouseClicked(
                e -> {
                    pane.requestFocus();
                    int hit = client(e.getX(), e.getY());
                    model.selected().set(hit == model.selected().get() ? LabModel.NONE : hit);
                });
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private int client(double x, double y) {
        StageView view = painted;
        if (view == null) {
            return LabModel.NONE;
        }
        if (timeLine) {
            return GanttPainter.hit(view, y);
        }
        int hit = painter.layout(view).hit(x, y);
        return hit >= 0 ? hit : StageLayout.NONE;
    }

    private int label(double x, double y) {
        StageView view = painted;
        return view == null || timeLine ? LabModel.NONE : painter.classAt(surface, view, x, y);
    }

    /// Shows the time-line instead of the stage.
    void setTimeLine(boolean wanted) {
        timeLine = wanted;
    }

    private void pressed(KeyEvent e) {
        StageView view = painted;
        if (view == null) {
            return;
        }
        int n = view.clients();
        int at = model.selected().get();
        switch (e.getCode()) {
            case DOWN -> model.selected().set(Math.floorMod(at + 1, n));
            case UP -> model.selected().set(Math.floorMod(Math.max(at, 0) - 1, n));
            case ESCAPE -> model.selected().set(LabModel.NONE);
            default -> {
                return;
            }
        }
        e.consume();
    }

    /// What happens at the playhead, in one sentence.
    String sentence() {
        return sentence;
    }

    void setPresenter(boolean wanted) {
        presenter = wanted;
    }

    /// Where the legend must end.
    void setLegendRight(double x) {
        legendRight = x;
    }

    /// What was painted last.
    @Nullable StageView shown() {
        return painted;
    }

    void pulse() {
        Timeline timeline = model.timeline();
        if (timeline == null || timeline.lastRound() < 0 || canvas.getWidth() < 50) {
            return;
        }
        Playhead at = model.playhead().get();
        LocalTrace trace =
                model.speed().get() <= FASTEST_TRACED
                        ? model.traces().get(timeline, at.round(), model.parameter().get())
                        : null;
        List<Object> now =
                Arrays.asList(
                        timeline.runId(),
                        at,
                        model.preferences().theme().get(),
                        canvas.getWidth(),
                        canvas.getHeight(),
                        model.hovered().get(),
                        model.hoveredClass().get(),
                        model.selected().get(),
                        trace,
                        timeLine,
                        formula.getWidth(),
                        formula.getHeight(),
                        surface.pixelScale(),
                        presenter,
                        model.preferences().arrangement().get(),
                        legendRight,
                        model.reducedMotion().get());
        if (now.equals(key)) {
            return;
        }
        key = now;
        StageView view =
                new StageView(
                                timeline,
                                at,
                                model.preferences().theme().get(),
                                texts,
                                canvas.getWidth(),
                                canvas.getHeight(),
                                model.hovered().get(),
                                model.selected().get(),
                                trace,
                                model.reducedMotion().get(),
                                presenter,
                                model.reducedMotion().get())
                        .withArrangement(model.preferences().arrangement().get(), legendRight);
        surface.begin(model.preferences().theme().get().color("stage"));
        if (timeLine) {
            GanttPainter.paint(surface, view);
        } else {
            painter.paint(surface, view);
            painter.markClass(surface, view, model.hoveredClass().get().truth());
        }
        formulaSurface.begin(model.preferences().theme().get().color("stage"));
        // Beside the ribbon every pixel counts.
        boolean inRow = formula.getHeight() < LOW && formula.getWidth() < canvas.getWidth() - 1;
        double inset = inRow ? 4 : INSET;
        double lift = formula.getHeight() < LOW ? 4 : INSET;
        painter.formula(
                formulaSurface,
                view,
                inset,
                lift / 2,
                formula.getWidth() - inset - INSET,
                formula.getHeight() - lift);
        painted = view;
        sentence = painter.narration(view).replace("*", "");
        pane.setAccessibleText(words(view));
    }

    /// What the stage shows, for a screen reader.
    private String words(StageView view) {
        Texts texts = view.texts();
        int client = model.selected().get();
        String position = texts.get("shell.stage.round", model.playhead().get().round());
        if (client < 0 || client >= view.clients()) {
            return texts.get("shell.stage.words", view.clients(), position) + " " + sentence;
        }
        return texts.get("shell.stage.client", position, painter.facts(view, client).sentence());
    }
}
