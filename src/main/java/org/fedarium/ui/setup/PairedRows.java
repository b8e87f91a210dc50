package org.fedarium.ui.setup;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.ArrayList;
import java.util.List;

/// Puts neighbours that are marked as short side by side: *Local epochs* and *Batch* share a row.
final class PairedRows {
    private static final Object SHORT = new Object();

    private PairedRows() {}

    /// Marks a node as short enough to share a row.
    static void mark(Node node) {
        node.getProperties().put(PairedRows.class, SHORT);
    }

    static List<Node> pair(List<Node> nodes) {
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            boolean both =
                    isShort(nodes.get(i)) && i + 1 < nodes.size() && isShort(nodes.get(i + 1));
            if (both) {
                HBox row = new HBox(16, nodes.get(i), nodes.get(i + 1));
                row.getChildren().forEach(n -> HBox.setHgrow(n, Priority.ALWAYS));
                rows.add(row);
                i++;
            } else {
                rows.add(nodes.get(i));
            }
        }
        return rows;
    }

    private static boolean isShort(Node node) {
        return node.getProperties().get(PairedRows.class) == SHORT;
    }
}
