package org.fedarium.ui.support;

import javafx.scene.control.ButtonBase;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons from the Feather set, and buttons that show nothing else.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Ikon icon) {
        return FontIcon.of(icon, 16);
    }

    /// Gives a button an icon; its name becomes tooltip and accessible text.
    public static void dress(ButtonBase button, Ikon icon, String name) {
        button.setGraphic(of(icon));
        name(button, name);
    }

    /// Tooltip and accessible text of a button.
    public static void name(ButtonBase button, String name) {
        if (!Tips.of(button).equals(name)) {
            button.setAccessibleText(name);
            Tips.set(button, name);
        }
    }
}
