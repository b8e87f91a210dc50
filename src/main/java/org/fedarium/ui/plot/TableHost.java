package org.fedarium.ui.plot;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import org.fedarium.chart.ChartTable;
import org.fedarium.look.Texts;
import org.fedarium.scene.ClientTable;
import org.fedarium.scene.ClientTable.Row;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.Tips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// The clients at the playhead as a table that can be sorted. The row under the pointer and the
/// selected row are the same client as on the stage and in every other plot. FX thread only.
final class TableHost {
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("linked");
    private static final int NOBODY = -1;
    private static final double NARROW = 340;
    private static final Set<String> SPARED = Set.of("clients-cosine", "clients-weight");

    // The words of the state get what the others leave.
    private static final Map<String, Double> WIDTHS =
            Map.of(
                    "client", 56.0,
                    "examples", 38.0,
                    "loss", 56.0,
                    "norm", 44.0,
                    "cosine", 54.0,
                    "weight", 54.0);

    private final TableView<Row> table = new TableView<>();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Texts texts;
    private final List<TableRow<Row>> cells = new ArrayList<>();
    private IntConsumer onHoverClient = k -> {};
    private IntConsumer onSelectClient = k -> {};
    private List<Object> shown = List.of();
    private int hovered = NOBODY;
    private boolean following;

    TableHost(String id, Texts texts) {
        this.texts = texts;
        table.setId(id);
        table.setAccessibleText(texts.get("plot.face.table"));
        table.getStyleClass().add("fed-client-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(words("client", Row::name, Comparator.comparingInt(Row::client)));
        table.getColumns().add(words("state", Row::state, Comparator.comparing(Row::state)));
        table.getColumns().add(number("examples", r -> (double) r.examples()));
        table.getColumns().add(number("loss", Row::loss));
        table.getColumns().add(number("norm", Row::norm));
        table.getColumns().add(number("cosine", Row::cosine));
        table.getColumns().add(number("weight", Row::weight));
        table.widthProperty().addListener((o, before, now) -> fit(now.doubleValue()));
        SortedList<Row> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setRowFactory(view -> row());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!following && now != null) {
                                onSelectClient.accept(now.client());
                            }
                        });
    }

    void setMenu(ContextMenu menu) {
        table.setContextMenu(menu);
    }

    /// In a narrow column the words of the state need the place of two numbers, which the enlarged
    /// table has.
    private void fit(double width) {
        table.getColumns().stream()
                .filter(c -> SPARED.contains(c.getId()))
                .forEach(c -> c.setVisible(width >= NARROW));
    }

    private TableRow<Row> row() {
        TableRow<Row> row = new TableRow<>();
        row.itemProperty().addListener((o, before, now) -> mark(row));
        row.setOnMouseEntered(e -> onHoverClient.accept(of(row)));
        row.setOnMouseExited(e -> onHoverClient.accept(NOBODY));
        cells.add(row);
        return row;
    }

    private static int of(TableRow<Row> row) {
        return row.getItem() == null ? NOBODY : row.getItem().client();
    }

    private void mark(TableRow<Row> row) {
        row.pseudoClassStateChanged(HOVERED, hovered != NOBODY && of(row) == hovered);
    }

    private TableColumn<Row, Row> words(
            String id, Function<Row, String> text, Comparator<Row> order) {
        return column(id, text, order);
    }

    private TableColumn<Row, Row> number(String id, Function<Row, Double> value) {
        TableColumn<Row, Row> column =
                column(
                        id,
                        row ->
                                id.equals("examples")
                                        ? String.valueOf(row.examples())
                                        : Row.text(value.apply(row)),
                        // Rows without a value come last among rising ones.
                        Comparator.comparing(value));
        column.getStyleClass().add("fed-num");
        return column;
    }

    private TableColumn<Row, Row> column(
            String id, Function<Row, String> text, Comparator<Row> order) {
        TableColumn<Row, Row> column = new TableColumn<>(texts.get("plot.table." + id));
        column.setId("clients-" + id);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
        Double width = WIDTHS.get(id);
        if (width != null) {
            column.setMinWidth(width);
            column.setPrefWidth(width);
            column.setMaxWidth(1.5 * width);
        }
        column.setCellFactory(
                view ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(Row item, boolean empty) {
                                super.updateItem(item, empty);
                                String words = empty || item == null ? "" : text.apply(item);
                                setText(words);
                                Tips.set(this, words);
                            }
                        });
        return column;
    }

    TableView<Row> node() {
        return table;
    }

    void setOnHoverClient(IntConsumer handler) {
        onHoverClient = handler;
    }

    void setOnSelectClient(IntConsumer handler) {
        onSelectClient = handler;
    }

    /// One frame; true when rows changed.
    ///
    /// @param hover  the client under the pointer anywhere, or -1
    /// @param select the selected client, or -1
    boolean show(StageView view, int hover, int select) {
        List<Object> key =
                List.of(
                        view.timeline().runId(),
                        view.playhead().round(),
                        view.playhead().phase(),
                        view.playhead().fraction() >= 1);
        boolean other = !key.equals(shown);
        if (other) {
            shown = key;
            following = true;
            rows.setAll(ClientTable.of(view));
            following = false;
        }
        if (hover != hovered) {
            hovered = hover;
            cells.forEach(this::mark);
        }
        follow(select, other);
        return other;
    }

    private void follow(int select, boolean other) {
        Row now = table.getSelectionModel().getSelectedItem();
        int current = now == null ? NOBODY : now.client();
        if (current == select && !other) {
            return;
        }
        following = true;
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).client() == select) {
                table.getSelectionModel().select(i);
                if (!other) {
                    table.scrollTo(Math.max(0, i - 1));
                }
            }
        }
        following = false;
    }

    /// The rows as numbers.
    ChartTable table() {
        return new ChartTable(
                List.of("client", "state", "examples", "loss", "norm", "cosine", "weight"),
                table.getItems().stream().map(TableHost::cells).toList());
    }

    private static List<Object> cells(Row r) {
        return List.of(
                r.name(),
                r.state(),
                r.examples(),
                cell(r.loss()),
                cell(r.norm()),
                cell(r.cosine()),
                cell(r.weight()));
    }

    private static Object cell(double value) {
        return Double.isNaN(value) ? "" : (Object) value;
    }
}
