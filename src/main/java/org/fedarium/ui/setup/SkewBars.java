package org.fedarium.ui.setup;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.fedarium.experiment.Dealing;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;

/// The preview's columns: height by number of examples, colours by class.
final class SkewBars {
    private static final double HEIGHT = 92;
    private static final double FOOT = 18;

    private final LabModel model;
    private final Canvas canvas = new Canvas(1, HEIGHT);
    private final Pane pane = new Pane(canvas);
    private Dealing.@Nullable Preview preview;
    private @Nullable Object painted;

    SkewBars(LabModel model, Texts texts) {
        this.model = model;
        pane.setId("skew-preview");
        pane.setPrefHeight(HEIGHT);
        pane.setMinHeight(HEIGHT);
        pane.setAccessibleText(texts.get("setup.skew.preview"));
        canvas.widthProperty().bind(pane.widthProperty());
        pane.setOnMouseMoved(e -> model.hovered().set(clientAt(e.getX())));
        pane.setOnMouseExited(e -> model.hovered().set(LabModel.NONE));
        pane.setOnMouseClicked(e -> model.selected().set(clientAt(e.getX())));
    }

    Pane node() {
        return pane;
    }

    void show(Dealing.@Nullable Preview next) {
        preview = next;
        painted = null;
    }

    private int clientAt(double x) {
        int clients = preview == null ? 0 : preview.counts().length;
        int k = (int) (x / canvas.getWidth() * clients);
        return k >= 0 && k < clients ? k : LabModel.NONE;
    }

    void pulse() {
        Object key =
                java.util.List.of(
                        canvas.getWidth(),
                        model.theme().get(),
                        model.selected().get(),
                        model.hovered().get());
        if (!key.equals(painted)) {
            painted = key;
            paint(canvas.getGraphicsContext2D(), model.theme().get());
        }
    }

    private void paint(GraphicsContext g, Theme theme) {
        g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        Dealing.Preview p = preview;
        if (p == null) {
            return;
        }
        int[][] counts = p.counts();
        int most = 1;
        for (int[] row : counts) {
            most = Math.max(most, java.util.Arrays.stream(row).sum());
        }
        double slot = canvas.getWidth() / counts.length;
        double gap = slot >= 6 ? Math.min(4, slot * 0.25) : 0;
        for (int k = 0; k < counts.length; k++) {
            column(g, theme, counts[k], k * slot + gap / 2, slot - gap, (HEIGHT - FOOT - 2) / most);
        }
        captions(g, theme, counts.length, slot);
    }

    private static void column(
            GraphicsContext g, Theme theme, int[] counts, double x, double width, double scale) {
        double y = HEIGHT - FOOT;
        for (int c = 0; c < counts.length; c++) {
            double height = counts[c] * scale;
            if (height > 0) {
                g.setFill(color(theme.classColor(c, counts.length)));
                double line = height > 3 && width > 4 ? 1 : 0;
                g.fillRect(x, y - height, width, height - line);
                y -= height;
            }
        }
    }

    private void captions(GraphicsContext g, Theme theme, int clients, double slot) {
        g.setFont(Font.font("Inter", 12));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BOTTOM);
        int every = 1;
        for (int step : new int[] {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
            every = step;
            if (slot * step >= (clients >= 100 ? 30 : 18)) {
                break;
            }
        }
        for (int k = 0; k < clients; k++) {
            boolean marked = k == model.selected().get() || k == model.hovered().get();
            if (every == 1 || (k + 1) % every == 0 || k == 0) {
                g.setFill(color(theme.color(marked ? "accent" : "ink3")));
                g.fillText(String.valueOf(k + 1), Math.max(4, (k + 0.5) * slot), HEIGHT);
            }
        }
    }

    private static Color color(int argb) {
        return Color.rgb((argb >> 16) & 255, (argb >> 8) & 255, argb & 255);
    }
}
