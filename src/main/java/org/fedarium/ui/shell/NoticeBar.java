package org.fedarium.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.fedarium.look.Texts;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.Views;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows one notice below the title bar, with its buttons and one to dismiss it.
final class NoticeBar {
    private final Notices notices;
    private final HBox root;
    private @Nullable Notice shown;
    @FXML private HBox bar;
    @FXML private Label text;
    @FXML private HBox actions;
    @FXML private Button dismiss;

    NoticeBar(Notices notices, Texts texts) {
        this.notices = notices;
        root = Views.load("NoticeBar", texts, this);
        Icons.dress(dismiss, Feather.X, texts.get("shell.dismiss"));
        dismiss.setOnAction(
                e -> {
                    if (shown != null) {
                        notices.dismiss(shown);
                    }
                });
        show(null);
    }

    HBox node() {
        return root;
    }

    void pulse() {
        Notice now = notices.current();
        boolean same =
                now == shown || (now != null && shown != null && now.key().equals(shown.key()));
        if (!same) {
            show(now);
        }
    }

    private void show(@Nullable Notice notice) {
        shown = notice;
        root.setVisible(notice != null);
        root.setManaged(notice != null);
        if (notice == null) {
            return;
        }
        bar.getStyleClass().removeAll("fed-notice-warn", "fed-notice-bad");
        switch (notice.level()) {
            case WARN -> bar.getStyleClass().add("fed-notice-warn");
            case BAD -> bar.getStyleClass().add("fed-notice-bad");
            case INFO -> {}
        }
        text.setText(notice.text());
        actions.getChildren().setAll(notice.actions().stream().map(this::button).toList());
    }

    private Button button(Notice.Action action) {
        Button button = new Button(action.label());
        button.setId(action.id());
        button.getStyleClass().add("fed-compact");
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        button.setOnAction(
                e -> {
                    action.run().run();
                    if (shown != null) {
                        notices.dismiss(shown);
                    }
                });
        return button;
    }
}
