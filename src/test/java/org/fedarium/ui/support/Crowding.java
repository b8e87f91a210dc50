package org.fedarium.ui.support;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Looks for texts that a layout has no room for: cut off without a way to read the rest, beyond
/// the edge of what they stand in, or over each other. Used on the FX thread.
public final class Crowding {
    private static final double SLACK = 1.5;

    private final Predicate<Node> exempt;
    private final List<String> found = new ArrayList<>();

    private Crowding(Predicate<Node> exempt) {
        this.exempt = exempt;
    }

    /// @param exempt nodes that are left out together with what they hold
    /// @return a line per place, empty when all is well
    public static List<String> of(Parent root, Predicate<Node> exempt) {
        Crowding crowding = new Crowding(exempt);
        crowding.look(root);
        return crowding.found;
    }

    private void look(Node node) {
        if (!node.isVisible() || exempt.test(node)) {
            return;
        }
        if (node instanceof Labeled label) {
            cut(label);
        }
        if (node instanceof Parent parent && !(node instanceof VirtualFlow<?>)) {
            boolean box = node instanceof HBox || node instanceof GridPane;
            boolean pane = node instanceof Pane;
            List<Node> children =
                    parent.getChildrenUnmodifiable().stream()
                            .filter(c -> c.isVisible() && c.isManaged() && !exempt.test(c))
                            .toList();
            for (Node child : children) {
                if (pane) {
                    beyond(child, parent);
                }
                look(child);
            }
            if (box) {
                overlaps(children);
            }
        }
    }

    /// A text that is cut must be readable in a tooltip.
    private void cut(Labeled label) {
        String whole = label.getText();
        if (whole == null || whole.isEmpty() || label.getWidth() <= 0) {
            return;
        }
        for (Node part : label.getChildrenUnmodifiable()) {
            if (part instanceof Text shown
                    && shown.getStyleClass().contains("text")
                    && !shown.getText().equals(whole)) {
                boolean told = Tips.of(label).contains(whole);
                boolean ends = shown.getText().endsWith(label.getEllipsisString());
                if (!told && ends) {
                    found.add("cut: " + name(label) + ": " + shown.getText());
                }
            }
        }
    }

    private void beyond(Node child, Parent parent) {
        Bounds in = child.localToParent(child.getLayoutBounds());
        Bounds out = parent.getLayoutBounds();
        boolean scrolled = parent.getParent() instanceof ScrollPane;
        if (!scrolled && in.getWidth() > 0 && in.getMaxX() > out.getMaxX() + SLACK) {
            found.add(
                    "beyond its parent: " + name(child) + " by " + (in.getMaxX() - out.getMaxX()));
        }
    }

    private void overlaps(List<Node> children) {
        for (int i = 0; i < children.size(); i++) {
            for (int j = 0; j < i; j++) {
                Bounds a = children.get(i).getLayoutBounds();
                Bounds b = children.get(j).getLayoutBounds();
                a = children.get(i).localToParent(a);
                b = children.get(j).localToParent(b);
                double wide =
                        Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
                double tall =
                        Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
                if (wide > SLACK && tall > SLACK) {
                    found.add(
                            "over each other: "
                                    + name(children.get(j))
                                    + " and "
                                    + name(children.get(i)));
                }
            }
        }
    }

    private static String name(Node node) {
        StringBuilder name = new StringBuilder();
        for (Node n = node; n != null && name.length() < 120; n = n.getParent()) {
            String id = n.getId() == null ? n.getClass().getSimpleName() : "#" + n.getId();
            name.append(name.isEmpty() ? "" : " < ").append(id);
            if (n.getId() != null) {
                break;
            }
        }
        String words = node instanceof Labeled l ? " \"" + l.getText() + "\"" : "";
        return name + " " + node.getStyleClass() + words;
    }
}
