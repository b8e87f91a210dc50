package org.fedarium.ui.support;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;

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
        Tooltip known = button.getTooltip();
        if (known != null && known.getText().equals(name)) {
            // A new one costs as much as a small view, and this is called while rounds go by.
            return;
        }
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
    }
}
