package org.fedarium.ui.support;

import javafx.stage.Stage;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.look.Theme;

import java.util.Locale;

/// What a window remembers from one day to the next.
///
/// @param width     of the content, in pixels
/// @param height    of the content, in pixels
/// @param maximized fills the screen
/// @param theme     light or dark
/// @param locale    language of the texts
/// @param level     how many settings are shown
public record WindowState(
        double width, double height, boolean maximized, Theme theme, Locale locale, Level level) {

    public static final double MIN_WIDTH = 1024;
    public static final double MIN_HEIGHT = 700;

    public static WindowState initial(Theme theme, Locale locale) {
        return new WindowState(1440, 900, false, theme, locale, Level.BASIC);
    }

    /// The state of an open window.
    public static WindowState of(Stage window, LabModel model) {
        return new WindowState(
                window.getScene().getWidth(),
                window.getScene().getHeight(),
                window.isMaximized(),
                model.theme().get(),
                model.locale().get(),
                model.level().get());
    }
}
