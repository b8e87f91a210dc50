package org.fedarium.ui.support;

import javafx.fxml.FXMLLoader;

import org.fedarium.look.Texts;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Loads the static structure of a view. FXML files hold no behaviour: the controller finds its
/// nodes by `fx:id` and wires them itself.
public final class Views {
    private Views() {}

    /// @param name the file's name without `.fxml`
    public static <T> T load(String name, Texts texts, Object controller) {
        FXMLLoader loader =
                new FXMLLoader(
                        Views.class.getResource("/org/fedarium/fxml/" + name + ".fxml"),
                        texts.asBundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".fxml", e);
        }
    }
}
