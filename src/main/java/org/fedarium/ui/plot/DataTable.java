package org.fedarium.ui.plot;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.fedarium.chart.ChartTable;

import java.util.List;

/// The numbers behind a chart in a window of their own.
final class DataTable {
    private DataTable() {}

    static Stage open(String title, ChartTable table, Node owner) {
        TableView<List<Object>> view = view(table);
        Scene scene = new Scene(view, 720, 480);
        Stage stage = new Stage();
        Scene parent = owner.getScene();
        if (parent != null) {
            scene.getStylesheets().setAll(parent.getStylesheets());
            view.getStyleClass()
                    .addAll(parent.getRoot().getStyleClass().filtered("fed-zh"::equals));
            stage.initOwner(parent.getWindow());
        }
        scene.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        stage.close();
                    }
                });
        stage.setTitle(title);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    static TableView<List<Object>> view(ChartTable table) {
        TableView<List<Object>> view = new TableView<>();
        view.setId("chart-table");
        for (int c = 0; c < table.header().size(); c++) {
            int column = c;
            TableColumn<List<Object>, String> shown = new TableColumn<>(table.header().get(c));
            shown.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(String.valueOf(row.getValue().get(column))));
            shown.getStyleClass().add("fed-num");
            shown.setSortable(false);
            view.getColumns().add(shown);
        }
        view.getItems().setAll(table.rows());
        return view;
    }
}
