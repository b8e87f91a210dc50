package org.fedarium.support;

import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import org.fedarium.ui.support.Tips;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks through a laid-out window for what a designer would call broken: words cut short, nodes
/// beyond their parent or the window, neighbours on top of each other, lists that scroll sideways.
/// Used on the FX thread.
///
/// Nodes in a [StackPane] may lie over each other: that is what it is for; so may canvases, which
/// are layers of one picture. Whatever a scroll pane hides is looked at as if it were shown.
public final class Bounds {
    private static final double SLACK = 1;

    private final Map<String, String> exempt = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();

    /// Leaves out nodes with this id or style class, and all they hold.
    ///
    /// @param reason why a person would not mind
    public Bounds except(String idOrStyleClass, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An exemption needs a reason");
        }
        exempt.put(idOrStyleClass, reason);
        return this;
    }

    /// One line for each fault below a node: the rule, where, and by how much.
    public List<String> faults(Node root) {
        found.clear();
        walk(root, root.localToScene(root.getLayoutBounds()));
        return List.copyOf(found);
    }

    private void walk(Node node, javafx.geometry.Bounds room) {
        // The list of a box that is closed hangs in the window too.
        boolean closed = node instanceof ListView && node.getParent() instanceof ComboBox;
        if (!node.isVisible() || closed || isExempt(node)) {
            return;
        }
        javafx.geometry.Bounds here = box(node);
        if (node.getOpacity() > 0) {
            checkInside(node, here, room);
            if (node instanceof Labeled labeled) {
                checkWords(labeled);
            } else if (node instanceof TextField field) {
                checkField(field);
            } else if (node instanceof ScrollPane pane) {
                checkScroll(pane);
            }
        }
        if (node instanceof Parent parent) {
            checkNeighbours(parent);
            for (Node child : parent.getChildrenUnmodifiable()) {
                walk(child, roomFor(child, parent, here, room));
            }
        }
    }

    /// Where a child may be: in its parent, whatever its parent's parents hide.
    private static javafx.geometry.Bounds roomFor(
            Node child, Parent parent, javafx.geometry.Bounds here, javafx.geometry.Bounds room) {
        if (parent instanceof ScrollPane || isInsideSkin(child)) {
            return EVERYWHERE;
        }
        if (!child.isManaged() && !(parent instanceof Control)) {
            return room;
        }
        boolean plain = parent instanceof javafx.scene.layout.Region;
        return plain ? here : room;
    }

    private static final javafx.geometry.Bounds EVERYWHERE = new BoundingBox(-1e7, -1e7, 2e7, 2e7);

    /// The parts that scroll, and the text inside a field: shown through a window of their own.
    private static boolean isInsideSkin(Node child) {
        Parent parent = child.getParent();
        return isViewport(child)
                || isViewport(parent)
                || (parent != null && isViewport(parent.getParent()))
                || parent instanceof TextField
                || child.getStyleClass().contains("sheet")
                || (parent != null && parent.getStyleClass().contains("sheet"))
                || (parent != null && parent.getParent() instanceof TextField)
                || parent instanceof ScrollBar
                || child instanceof ScrollBar
                || child instanceof Text
                || child.getStyleClass().contains("thumb")
                || child.getStyleClass().contains("mark");
    }

    private static boolean isViewport(@Nullable Node node) {
        return node != null && node.getStyleClass().contains("viewport");
    }

    private void checkInside(Node node, javafx.geometry.Bounds here, javafx.geometry.Bounds room) {
        boolean blank = node instanceof Labeled l && l.getGraphic() == null && isBlank(l.getText());
        if (blank || isGrip(node) || node instanceof Canvas && isOutOfSight(node)) {
            return;
        }
        // A sign that is turned is laid out as if it were not.
        if (here.getWidth() <= 0 || here.getHeight() <= 0 || node.getRotate() != 0) {
            return;
        }
        double beyond =
                Math.max(
                        Math.max(room.getMinX() - here.getMinX(), here.getMaxX() - room.getMaxX()),
                        Math.max(room.getMinY() - here.getMinY(), here.getMaxY() - room.getMaxY()));
        if (beyond > SLACK) {
            add("outside its parent by %.0f px".formatted(beyond), node);
        }
    }

    /// Where a table's columns are dragged: nothing to be seen.
    private static boolean isGrip(Node node) {
        return node instanceof Rectangle grip && grip.getFill() == Color.TRANSPARENT;
    }

    /// Scrolled away: what is drawn is renewed when it comes into sight.
    private static boolean isOutOfSight(Node node) {
        for (Node p = node.getParent(); p != null; p = p.getParent()) {
            if (isViewport(p)) {
                return !box(p).intersects(box(node));
            }
        }
        return false;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void checkWords(Labeled labeled) {
        Text shown = words(labeled);
        if (shown == null || labeled.getText() == null || labeled.getText().isEmpty()) {
            return;
        }
        boolean whole = bare(shown.getText()).equals(bare(labeled.getText()));
        if (!whole && !hasFullTooltip(labeled)) {
            add("cut to \"%s\"".formatted(shown.getText().strip()), labeled);
        }
        javafx.geometry.Bounds text = box(shown);
        javafx.geometry.Bounds room = box(labeled);
        double high = Math.max(room.getMinY() - text.getMinY(), text.getMaxY() - room.getMaxY());
        if (high > 2 * SLACK) {
            add("words higher than their box by %.0f px".formatted(high), labeled);
        }
        double wide = Math.max(room.getMinX() - text.getMinX(), text.getMaxX() - room.getMaxX());
        if (wide > SLACK) {
            add("words wider than their box by %.0f px".formatted(wide), labeled);
        }
    }

    /// A tooltip, of the label or of what it is a part of, that says all that the label would.
    private static boolean hasFullTooltip(Labeled labeled) {
        for (Node node = labeled; node != null; node = node.getParent()) {
            if (node instanceof Control control && Tips.of(control).contains(labeled.getText())) {
                return true;
            }
        }
        return false;
    }

    private void checkField(TextField field) {
        if (field.getText() == null || field.getText().isEmpty() || field.isFocused()) {
            return;
        }
        Text measure = new Text(field.getText());
        measure.setFont(field.getFont());
        double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
        double wide = measure.getLayoutBounds().getWidth() - room;
        if (wide > SLACK) {
            add("value wider than its field by %.0f px".formatted(wide), field);
        }
    }

    private void checkScroll(ScrollPane pane) {
        Node content = pane.getContent();
        if (content == null) {
            return;
        }
        double wide = content.getLayoutBounds().getWidth() - pane.getViewportBounds().getWidth();
        if (wide > SLACK && pane.getViewportBounds().getWidth() > 0) {
            add("scrolls sideways by %.0f px".formatted(wide), pane);
        }
    }

    private void checkNeighbours(Parent parent) {
        if (parent instanceof StackPane
                || parent instanceof Control
                || !(parent instanceof javafx.scene.layout.Region)) {
            return;
        }
        List<Node> shown =
                parent.getChildrenUnmodifiable().stream()
                        .filter(n -> n.isVisible() && n.isManaged() && n.getOpacity() > 0)
                        .filter(n -> !(n instanceof Canvas))
                        .filter(n -> !isGrip(n))
                        .filter(n -> !isExempt(n))
                        .toList();
        for (int i = 0; i < shown.size(); i++) {
            for (int j = 0; j < i; j++) {
                checkApart(shown.get(i), shown.get(j));
            }
        }
    }

    private void checkApart(Node one, Node other) {
        javafx.geometry.Bounds a = box(one);
        javafx.geometry.Bounds b = box(other);
        double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        if (wide > SLACK && high > SLACK) {
            add("over %s by %.0f x %.0f px".formatted(name(other), wide, high), one);
        }
    }

    private static javafx.geometry.Bounds box(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static @Nullable Text words(Labeled labeled) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            boolean icon = child == labeled.getGraphic();
            if (!icon && child instanceof Text text && child.isVisible()) {
                return text;
            }
        }
        return null;
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private boolean isExempt(Node node) {
        return exempt.containsKey(node.getId())
                || node.getStyleClass().stream().anyMatch(exempt::containsKey);
    }

    private void add(String rule, Node node) {
        found.add("%s: %s".formatted(path(node), rule));
    }

    /// The nearest ancestors that have an id, and the node.
    private static String path(Node node) {
        StringBuilder path = new StringBuilder(name(node));
        for (Node p = node.getParent(); p != null; p = p.getParent()) {
            if (p.getId() != null) {
                path.insert(0, "#" + p.getId() + " > ");
            }
        }
        return path.toString();
    }

    private static String name(Node node) {
        String words =
                node instanceof Labeled l && l.getText() != null ? " \"" + l.getText() + "\"" : "";
        return node.getId() != null
                ? "#" + node.getId() + words
                : node.getClass().getSimpleName() + node.getStyleClass() + words;
    }
}
