package org.fedarium.ui.setup;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.IntConsumer;

/// A text field that is checked while typing and handed on with Enter or when the focus leaves.
/// Escape takes back what was typed.
final class TypedField {
    private final TextField field = new TextField();
    private final Function<String, @Nullable Object> reader;
    private final java.util.function.Consumer<Object> target;
    private String shown = "";
    private boolean showing;

    /// @param reader gives null, and says why, when the text cannot be used
    TypedField(
            String id,
            Function<String, @Nullable Object> reader,
            java.util.function.Consumer<Object> target,
            IntConsumer step) {
        this.reader = reader;
        this.target = target;
        field.setId(id);
        field.textProperty().addListener((o, before, now) -> check(now));
        field.setOnAction(e -> commit());
        field.focusedProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!now) {
                                commit();
                            }
                        });
        field.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        field.setText(shown);
                    } else if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
                        step.accept(e.getCode() == KeyCode.UP ? 1 : -1);
                        e.consume();
                    }
                });
    }

    /// Fixes the width; the style sheet would win over [TextField#setPrefWidth].
    void setWidth(double width) {
        field.setStyle("-fx-min-width: %1$s; -fx-pref-width: %1$s;".formatted((int) width));
    }

    TextField node() {
        return field;
    }

    /// Replaces the text, and with it what may have been typed and not accepted.
    void show(String text) {
        shown = text;
        showing = true;
        field.setText(text);
        showing = false;
        mark(false);
    }

    private void check(String text) {
        if (!showing) {
            mark(reader.apply(text) == null);
        }
    }

    private void mark(boolean bad) {
        field.getStyleClass().remove("fed-invalid");
        if (bad) {
            field.getStyleClass().add("fed-invalid");
        }
    }

    private void commit() {
        if (field.getText().equals(shown)) {
            return;
        }
        Object value = reader.apply(field.getText());
        mark(value == null);
        if (value != null) {
            shown = field.getText();
            target.accept(value);
        }
    }
}
