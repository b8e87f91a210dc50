package org.fedarium.ui.setup;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.fedarium.experiment.Choice;
import org.fedarium.experiment.Dealing;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Fitting;
import org.fedarium.experiment.LabRules;
import org.fedarium.look.Texts;
import org.fedarium.partition.HandMatrix;
import org.fedarium.scene.MatrixView;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The enlarged table beside the panel, on which a person deals the data by hand. What is painted
/// is `partition.matrix`, an edit like any other, so that undo, preview and files need nothing
/// special.
final class PaintSheet {
    private static final String KIND = "matrix";
    private static final String PATH = "partition.matrix";
    // Leaves the panel with its live preview in sight.
    private static final double PANEL = 316;

    private final LabModel model;
    private final PaintGrid grid;
    private final Label range = new Label();
    private final VBox card = new VBox(8);
    private Dealing.@Nullable Preview preview;
    private @Nullable Object shown;

    PaintSheet(LabModel model, Texts texts) {
        this.model = model;
        grid = new PaintGrid(model, texts, this::painted);
        Label title = new Label(texts.get("setup.paint.title"));
        title.getStyleClass().add("fed-panel-title");
        Button close = new Button();
        close.setId("paint-close");
        close.getStyleClass().add("fed-icon-button");
        Icons.dress(close, Feather.X, texts.get("setup.paint.close"));
        close.setOnAction(e -> close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        range.setId("paint-range");
        range.getStyleClass().add("fed-caption");
        HBox head = new HBox(title, gap, range, close);
        head.getStyleClass().add("fed-row");
        Label help = new Label(texts.get("setup.paint.help"));
        help.getStyleClass().add("fed-caption");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        card.setId("paint-sheet");
        card.getStyleClass().addAll("fed-card", "fed-raised");
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        card.getChildren().setAll(head, help, grid.node());
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
        }
    }

    boolean isOpen() {
        return card.getParent() != null;
    }

    /// Why these settings cannot be painted; empty when they can.
    static String objection(Experiment experiment, Dealing.@Nullable Preview preview, Texts texts) {
        String kind = experiment.section("partition").kind();
        LabRules lab = experiment.lab();
        if (List.of("partition.kind", PATH).stream().anyMatch(p -> lab.locks(p) || lab.hides(p))) {
            return texts.get("setup.lock.reason");
        }
        if (kind.equals("by-column")) {
            return texts.get("setup.paint.not.column");
        }
        if (List.of("feature-noise", "feature-rotation", "label-permutation").contains(kind)) {
            return texts.get("setup.paint.not.altered");
        }
        if (preview != null && preview.classNames().isEmpty()) {
            return texts.get("setup.paint.not.regression");
        }
        if (preview != null && HandMatrix.of(preview.counts()).isTooLarge()) {
            return texts.get("setup.paint.not.large");
        }
        return "";
    }

    /// Turns the present deal into a table, unless it is one, and opens it beside the panel.
    void open(Node beside, Dealing.Preview deal) {
        if (isOpen() || !(beside.getScene().lookup("#layers") instanceof Pane root)) {
            return;
        }
        Experiment experiment = model.edited().get();
        if (!experiment.section("partition").kind().equals(KIND)) {
            HandMatrix present = HandMatrix.of(deal.counts());
            Experiment next = Fitting.with(experiment, "partition.kind", KIND);
            model.edit(next.with(PATH, present.text()), PATH + " begun");
        }
        preview = deal;
        double rows = Math.min(deal.clients().size(), 24);
        card.setMaxHeight(MatrixView.HEAD + rows * MatrixView.ROW + 130);
        card.setMaxWidth(Math.min(900, Math.max(520, 76 + 56.0 * deal.classNames().size())));
        StackPane.setAlignment(card, Pos.CENTER);
        StackPane.setMargin(card, new Insets(64, 24, 80, PANEL));
        root.getChildren().add(card);
        shown = null;
        pulse();
        grid.node().requestFocus();
    }

    void close() {
        if (card.getParent() instanceof Pane root) {
            root.getChildren().remove(card);
            root.requestFocus();
        }
        model.adjusting().set(false);
    }

    /// A newer deal of the edited settings.
    void show(Dealing.@Nullable Preview next) {
        preview = next;
        shown = null;
    }

    /// One frame: follows undo and other edits, and closes when there is nothing to paint any more.
    void pulse() {
        if (!isOpen()) {
            return;
        }
        Choice partition = model.edited().get().section("partition");
        if (!partition.kind().equals(KIND)) {
            close();
            return;
        }
        Dealing.Preview deal = preview;
        if (deal != null && !partition.equals(shown)) {
            shown = partition;
            read(deal, partition.values().text("matrix"));
        }
        grid.pulse();
        if (!grid.range().equals(range.getText())) {
            range.setText(grid.range());
        }
    }

    private void read(Dealing.Preview deal, String text) {
        int classes = deal.classNames().size();
        try {
            HandMatrix now = HandMatrix.read(text, classes);
            List<String> names =
                    now.clients() == deal.clients().size() ? deal.clients() : numbered(now);
            grid.show(now, names, deal.classNames(), sizes(deal));
        } catch (org.fedarium.catalog.BadInput e) {
            // Other data with other classes; the field below the preview says what is wrong.
            close();
        }
    }

    private static List<String> numbered(HandMatrix table) {
        return java.util.stream.IntStream.rangeClosed(1, table.clients())
                .mapToObj(k -> "C" + k)
                .toList();
    }

    private static int[] sizes(Dealing.Preview deal) {
        int[] sizes = new int[deal.classNames().size()];
        for (int[] row : deal.counts()) {
            for (int y = 0; y < sizes.length; y++) {
                sizes[y] += row[y];
            }
        }
        return sizes;
    }

    private void painted(HandMatrix next, int stroke) {
        Experiment edited = model.edited().get().with(PATH, next.text());
        shown = edited.section("partition");
        model.edit(edited, PATH + " " + stroke);
    }

    /// The table on show, for tests.
    PaintGrid grid() {
        return grid;
    }
}
