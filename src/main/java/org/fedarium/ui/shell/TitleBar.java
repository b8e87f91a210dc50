package org.fedarium.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;

import org.fedarium.lab.LabState;
import org.fedarium.look.Texts;
import org.fedarium.ui.setup.ScenarioPicker;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Tips;
import org.fedarium.ui.support.Views;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/// The bar at the top: what is shown, language, theme, keys, export.
final class TitleBar {
    private final LabModel model;
    private final Texts texts;
    private final Notices notices;
    private final HBox root;
    private final ThemeMenu themes;
    @FXML private ImageView logo;
    @FXML private Label name;
    @FXML private Button notes;
    @FXML private Label activity;
    @FXML private HBox languages;
    @FXML private MenuButton theme;
    @FXML private Button keys;
    @FXML private Button present;
    @FXML private Button leave;
    @FXML private MenuButton export;

    TitleBar(
            LabModel model,
            Texts texts,
            Notices notices,
            Runnable showKeys,
            Presenting presenting,
            Supplier<List<MenuItem>> exports) {
        this.model = model;
        this.texts = texts;
        this.notices = notices;
        root = Views.load("TitleBar", texts, this);
        ToggleGroup group = new ToggleGroup();
        language("EN", "language-en", Locale.ENGLISH, group);
        language("\u4e2d\u6587", "language-zh", Locale.SIMPLIFIED_CHINESE, group);
        themes = new ThemeMenu(theme, model, texts);
        Icons.dress(keys, Feather.HELP_CIRCLE, texts.get("shell.keys.title"));
        notes.setGraphic(Icons.of(Feather.INFO));
        Tips.set(notes, texts.get("shell.notes.help"));
        notes.setOnAction(e -> notices.toggleNotes());
        keys.setOnAction(e -> showKeys.run());
        export.setGraphic(Icons.of(Feather.DOWNLOAD));
        export.setAccessibleText(texts.get("shell.export"));
        export.setOnShowing(e -> export.getItems().setAll(exports.get()));
        export.getItems().setAll(exports.get());
        Icons.dress(present, Feather.MONITOR, texts.get("shell.present"));
        present.setOnAction(e -> presenting.toggle());
        Label escape = new Label("Esc");
        escape.getStyleClass().add("fed-key");
        leave.setGraphic(escape);
        leave.setOnAction(e -> presenting.leave());
        setPresenting(false);
        showTheme();
    }

    /// While presenting only the theme and the way out are left.
    void setPresenting(boolean on) {
        for (Node node : List.of(languages, keys, export, present)) {
            show(node, !on);
        }
        show(leave, on);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    HBox node() {
        return root;
    }

    /// A language is named in itself, so its button needs no translation.
    private void language(String label, String id, Locale locale, ToggleGroup group) {
        ToggleButton button = new ToggleButton(label);
        button.setId(id);
        button.setToggleGroup(group);
        if (!locale.equals(Locale.ENGLISH)) {
            button.getStyleClass().add("fed-cjk");
        }
        boolean current =
                model.preferences().locale().get().getLanguage().equals(locale.getLanguage());
        button.setSelected(current);
        button.setAccessibleText(locale.getDisplayLanguage(locale));
        button.setOnAction(
                e -> {
                    button.setSelected(true);
                    model.preferences().locale().set(locale);
                });
        languages.getChildren().add(button);
    }

    /// Icon and logo for the theme in use.
    void showTheme() {
        boolean dark = model.preferences().theme().get().isDark();
        themes.show();
        String file = "/org/fedarium/assets/icons/fedarium" + (dark ? "-dark" : "") + "-64.png";
        logo.setImage(new Image(Objects.requireNonNull(TitleBar.class.getResourceAsStream(file))));
    }

    void pulse() {
        String title = ScenarioPicker.title(model.edited().get(), texts);
        if (!title.equals(name.getText())) {
            name.setText(title);
            Tips.set(name, title);
        }
        boolean scenario = ScenarioPicker.of(model.edited().get()).isPresent();
        String noted = texts.get(scenario ? "shell.look" : "shell.notes");
        if (!noted.equals(notes.getText())) {
            notes.setText(noted);
        }
        notes.setVisible(!notices.explanations().isEmpty());
        boolean building = model.state().get().activity() == LabState.Activity.BUILDING;
        String busy = building ? texts.get("shell.building") : "";
        if (!busy.equals(activity.getText())) {
            activity.setText(busy);
        }
    }

    void openExport() {
        export.requestFocus();
        export.show();
    }
}
