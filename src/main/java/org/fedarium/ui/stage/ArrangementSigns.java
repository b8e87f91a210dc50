package org.fedarium.ui.stage;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

import org.fedarium.scene.Arrangement;

/// Small drawings of the arrangements, 18 pixels wide and high.
final class ArrangementSigns {
    private static final double MIDDLE = 9;
    private static final double REACH = 7;
    private static final double DOT = 1.7;
    private static final double SERVER = 2.6;

    private ArrangementSigns() {}

    static Node of(Arrangement arrangement) {
        Group sign = new Group(box());
        switch (arrangement) {
            case RING -> {
                dot(sign, MIDDLE, MIDDLE, SERVER);
                around(sign, MIDDLE, 8, 0, 2 * Math.PI / 8);
            }
            case ARC -> {
                dot(sign, MIDDLE, MIDDLE + 4, SERVER);
                around(sign, MIDDLE + 3, 5, -Math.PI / 2, Math.PI / 4);
            }
            case GRID -> {
                for (int i = 0; i < 9; i++) {
                    dot(sign, 3.5 + 5.5 * (i % 3), 3.5 + 5.5 * (i / 3), DOT + 0.2);
                }
            }
        }
        return sign;
    }

    private static void around(Group sign, double cy, int count, double from, double step) {
        for (int i = 0; i < count; i++) {
            double angle = from + i * step;
            dot(sign, MIDDLE + REACH * Math.sin(angle), cy - REACH * Math.cos(angle), DOT);
        }
    }

    private static void dot(Group sign, double x, double y, double r) {
        Circle dot = new Circle(x, y, r);
        dot.getStyleClass().add("fed-sign-dot");
        sign.getChildren().add(dot);
    }

    /// All signs are the same size.
    private static Node box() {
        Rectangle box = new Rectangle(2 * MIDDLE, 2 * MIDDLE);
        box.setFill(null);
        return box;
    }
}
