package org.fedarium.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.List;

/// Captions at equal distances below a slider, the first flush left, the last flush right, the
/// others centred on their place.
final class SpreadCaptions extends Region {
    private static final double THUMB_RADIUS = 8;

    SpreadCaptions(List<String> words) {
        for (String word : words) {
            Label label = new Label(word);
            label.getStyleClass().add("fed-caption");
            getChildren().add(label);
        }
    }

    @Override
    protected void layoutChildren() {
        double track = getWidth() - 2 * THUMB_RADIUS;
        int last = getChildren().size() - 1;
        for (int i = 0; i <= last; i++) {
            Node label = getChildren().get(i);
            double width = label.prefWidth(-1);
            double centre = THUMB_RADIUS + (last == 0 ? 0 : track * i / last);
            double x = Math.max(0, Math.min(getWidth() - width, centre - width / 2));
            label.resizeRelocate(Math.round(x), 0, width, getHeight());
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream().mapToDouble(n -> n.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
