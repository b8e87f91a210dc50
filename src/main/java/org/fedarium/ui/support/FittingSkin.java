package org.fedarium.ui.support;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;

/// A combo box as wide as what it shows, unless it is told a width. The usual one is as wide as the
/// longest of its items, for which it makes and dresses the whole list before the window is first
/// drawn.
///
/// @param <T> an item
public final class FittingSkin<T> extends ComboBoxListViewSkin<T> {
    private FittingSkin(ComboBox<T> box) {
        super(box);
        // The list waits here for the first opening, which takes it away into its own window.
        getChildren().removeIf(ListView.class::isInstance);
    }

    public static <T> void dress(ComboBox<T> box) {
        box.setSkin(new FittingSkin<>(box));
    }

    @Override
    protected double computePrefWidth(
            double height, double top, double right, double bottom, double left) {
        Node arrow = getSkinnable().lookup(".arrow-button");
        double button = arrow == null ? 0 : arrow.prefWidth(-1);
        return snapSizeX(left + getDisplayNode().prefWidth(-1) + button + right);
    }
}
