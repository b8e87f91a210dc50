package org.fedarium.ui.shell;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.fedarium.look.Texts;
import org.fedarium.ui.support.Access;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Views;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The sheet of keys, over the window; `?` opens it, Escape or a click beside it closes it.
final class KeySheet {
    /// Keys, separated by blanks, and the text's key.
    private record Row(String keys, String text) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row("Space", "play"),
                    new Row("\u2190 \u2192", "phase"),
                    new Row("Shift+\u2190 Shift+\u2192", "round"),
                    new Row(", .", "localStep"),
                    new Row("PgUp PgDn", "clicker"),
                    new Row("Home End", "ends"),
                    new Row("+ \u2212", "speed"),
                    new Row("Enter", "arithmetic"),
                    new Row("W", "why"),
                    new Row("A", "arrangement"),
                    new Row("F", "fork"),
                    new Row("R", "reset"),
                    new Row("Shift+R", "newSeed"),
                    new Row("Ctrl+Z Ctrl+Y", "undo"),
                    new Row("Ctrl+O Ctrl+S", "files"),
                    new Row("Ctrl+E", "export"),
                    new Row("Ctrl+C", "copy"),
                    new Row("P F5", "present"),
                    new Row("B", "blank"),
                    new Row("F11", "fullScreen"),
                    new Row("Esc", "escape"),
                    new Row("F6 Shift+F6", "panes"),
                    new Row("\u2191 \u2193", "client"),
                    new Row("Shift+F10", "menu"),
                    new Row("?", "sheet"));

    // Narrower than this a text would be a column of single words.
    private static final double MIN_WORDS = 120;

    /// Keys that type a character, which a person can turn off.
    private static final Set<String> TYPED =
            Set.of("A", "W", "R", "Shift+R", "F", "P", "B", "+", "\u2212", "?");

    private final Texts texts;
    private final LabModel model;
    private final List<Label> labels = new ArrayList<>();
    private final List<Node> characterKeys = new ArrayList<>();
    private final StackPane root;
    @FXML private GridPane grid;
    @FXML private Button close;
    @FXML private CheckBox letters;

    KeySheet(Texts texts, LabModel model) {
        this.texts = texts;
        this.model = model;
        root = Views.load("KeySheet", texts, this);
        for (int i = 0; i < ROWS.size(); i++) {
            HBox keys = new HBox(4);
            keys.setAlignment(Pos.CENTER_LEFT);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            for (String key : ROWS.get(i).keys().split(" ")) {
                Label cap = new Label(key);
                cap.getStyleClass().add("fed-key");
                cap.setMinWidth(Region.USE_PREF_SIZE);
                if (TYPED.contains(key)) {
                    characterKeys.add(cap);
                }
                keys.getChildren().add(cap);
            }
            int column = i < (ROWS.size() + 1) / 2 ? 0 : 2;
            int row = i % ((ROWS.size() + 1) / 2);
            grid.add(keys, column, row);
            Label label = new Label();
            label.setWrapText(true);
            label.setMinWidth(MIN_WORDS);
            label.setMinHeight(Region.USE_PREF_SIZE);
            labels.add(label);
            grid.add(label, column + 1, row);
        }
        Icons.dress(close, Feather.X, texts.get("shell.close"));
        close.setOnAction(e -> hide());
        letters.setOnAction(
                e -> {
                    Access now = model.preferences().access().get();
                    model.preferences().access().set(now.withLetterKeys(letters.isSelected()));
                    showLetters();
                });
        root.setOnMouseClicked(
                e -> {
                    if (e.getTarget() == root) {
                        hide();
                    }
                });
        root.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        hide();
                    }
                });
        hide();
        name();
    }

    private void name() {
        Texts words = texts.variant(model.rhythm().name());
        showLetters();
        for (int i = 0; i < ROWS.size(); i++) {
            labels.get(i).setText(words.get("shell.keys." + ROWS.get(i).text()));
        }
    }

    /// Keys that are turned off are crossed out.
    private void showLetters() {
        boolean on = model.preferences().access().get().letterKeys();
        letters.setSelected(on);
        for (Node key : characterKeys) {
            key.getStyleClass().remove("fed-key-off");
            if (!on) {
                key.getStyleClass().add("fed-key-off");
            }
        }
    }

    StackPane node() {
        return root;
    }

    boolean isShowing() {
        return root.isVisible();
    }

    void toggle() {
        name();
        root.setVisible(!root.isVisible());
        if (root.isVisible()) {
            close.requestFocus();
        }
    }

    void hide() {
        root.setVisible(false);
    }
}
