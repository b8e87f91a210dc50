package org.fedarium.ui.setup;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.fedarium.ui.support.Tips;

import java.util.List;

/// A section of the panel that opens and closes; closed, its header sums up what was chosen.
final class SectionBox extends VBox {
    private static final PseudoClass EXPANDED = PseudoClass.getPseudoClass("expanded");

    // The scroll bar beside the sections takes the other half of the right inset.
    private static final double INSET = 16;
    private static final double NEAR_BAR = 8;

    private final Label summary = new Label();
    private final VBox body = new VBox();
    private final Button header = new Button();
    private List<Node> content = List.of();

    SectionBox(String id, String title) {
        setId("section-" + id);
        getStyleClass().add("fed-section");
        Region chevron = new Region();
        chevron.getStyleClass().add("fed-chevron");
        Label name = new Label(title);
        name.getStyleClass().add("fed-section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        summary.getStyleClass().add("fed-section-summary");
        summary.setTextOverrun(OverrunStyle.ELLIPSIS);
        HBox row = new HBox(chevron, name, gap, summary);
        row.getStyleClass().add("fed-row");
        row.setMouseTransparent(true);
        row.prefWidthProperty().bind(header.widthProperty().subtract(INSET + NEAR_BAR));
        header.setStyle("-fx-padding: 0 8 0 16;");
        header.setId("section-" + id + "-header");
        header.getStyleClass().add("fed-section-header");
        header.setGraphic(row);
        header.setMaxWidth(Double.MAX_VALUE);
        header.setAccessibleText(title);
        header.setOnAction(e -> setExpanded(!isExpanded()));
        body.getStyleClass().add("fed-section-body");
        body.setStyle("-fx-padding: 2 8 14 16;");
        getChildren().setAll(header, body);
        setExpanded(false);
    }

    /// What the section holds. It comes into the window when the section is first opened: what
    /// nobody sees would still be dressed by the style sheets.
    void setContent(List<Node> nodes) {
        content = List.copyOf(nodes);
        body.getChildren().clear();
        attach();
    }

    private void attach() {
        if (isExpanded() && body.getChildren().isEmpty()) {
            body.getChildren().setAll(content);
        }
    }

    void setSummary(String text) {
        summary.setText(text);
        // The row lets the mouse through, so the header says what the summary has no room for.
        Tips.set(header, isExpanded() ? "" : text);
    }

    boolean isExpanded() {
        return body.isManaged();
    }

    void setExpanded(boolean expanded) {
        body.setManaged(expanded);
        body.setVisible(expanded);
        summary.setVisible(!expanded);
        Tips.set(header, expanded ? "" : summary.getText());
        attach();
        pseudoClassStateChanged(EXPANDED, expanded);
    }
}
