package org.fedarium.ui.setup;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;

import org.fedarium.experiment.Dealing;
import org.fedarium.look.Texts;
import org.fedarium.scene.ClassPair;
import org.fedarium.scene.SkewPreviewPainter;
import org.fedarium.scene.SkewView;
import org.fedarium.ui.stage.CanvasSurface;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The preview's picture on its canvas; pointing at a part of a column
/// highlights its client and its class everywhere.
final class SkewBars {
    private static final double HEIGHT = 112;

    private final LabModel model;
    private final Texts texts;
    private final Canvas canvas = new Canvas(1, HEIGHT);
    private final CanvasSurface surface = new CanvasSurface(canvas);
    private final Pane pane = new Pane(canvas);
    private Dealing.@Nullable Preview preview;
    private @Nullable SkewView view;
    private @Nullable Object painted;

    SkewBars(LabModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        pane.setId("skew-preview");
        pane.setPrefHeight(HEIGHT);
        pane.setMinHeight(HEIGHT);
        pane.setAccessibleText(texts.get("setup.skew.preview"));
        canvas.widthProperty().bind(pane.widthProperty());
        pane.setOnMouseMoved(
                e -> {
                    model.hovered().set(clientAt(e.getX()));
                    model.hoveredClass().set(ClassPair.of(classAt(e.getX(), e.getY())));
                });
        pane.setOnMouseExited(
                e -> {
                    model.hovered().set(LabModel.NONE);
                    model.hoveredClass().set(ClassPair.NONE);
                });
        pane.setOnMouseClicked(e -> model.selected().set(clientAt(e.getX())));
    }

    Pane node() {
        return pane;
    }

    void show(Dealing.@Nullable Preview next) {
        preview = next;
        painted = null;
    }

    /// A client of the run on show; the preview may already have other ones.
    private int clientAt(double x) {
        boolean same =
                preview != null
                        && model.timeline() != null
                        && model.timeline().info().clients().equals(preview.clients());
        return same && view != null ? SkewPreviewPainter.clientAt(view, x) : LabModel.NONE;
    }

    /// A class of the run on show; the preview may already be of other data.
    private int classAt(double x, double y) {
        return sameClasses() && view != null
                ? SkewPreviewPainter.classAt(surface, view, x, y)
                : LabModel.NONE;
    }

    private boolean sameClasses() {
        return preview != null
                && model.timeline() != null
                && model.timeline().info().dataset().classNames().equals(preview.classNames());
    }

    void pulse() {
        int markedClass = sameClasses() ? model.hoveredClass().get().truth() : LabModel.NONE;
        int marked = model.hovered().get() >= 0 ? model.hovered().get() : model.selected().get();
        Object key =
                List.of(
                        canvas.getWidth(),
                        model.preferences().theme().get(),
                        marked,
                        markedClass,
                        surface.pixelScale());
        if (key.equals(painted)) {
            return;
        }
        painted = key;
        surface.begin(model.preferences().theme().get().color("surface"));
        Dealing.Preview p = preview;
        if (p != null) {
            SkewView now =
                    new SkewView(
                            p.classNames(),
                            p.counts(),
                            model.preferences().theme().get(),
                            texts,
                            canvas.getWidth(),
                            HEIGHT,
                            marked,
                            markedClass);
            SkewPreviewPainter.paint(surface, now);
            view = now;
        }
    }
}
