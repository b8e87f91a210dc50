package org.fedarium.ui.support;

import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;

import java.util.Locale;
import java.util.Optional;

/// What a window remembers from one day to the next.
///
/// @param width     of the content, in pixels
/// @param height    of the content, in pixels
/// @param maximized fills the screen
/// @param theme     light or dark
/// @param locale    language of the texts
/// @param level     how many settings are shown
/// @param plots     which plots stand beside the stage
/// @param access    keys and motion
/// @param arrangement how clients stand on the stage; empty for as suits the run
public record WindowState(
        double width,
        double height,
        boolean maximized,
        Theme theme,
        Locale locale,
        Level level,
        PlotSetup plots,
        Access access,
        Optional<Arrangement> arrangement) {

    public static final double MIN_WIDTH = 1024;
    public static final double MIN_HEIGHT = 700;

    // Height of the frame that the system draws above the content; the exact one is known too late.
    private static final double FRAME = 40;

    /// With the usual plots, keys and arrangement and the desktop's motion.
    public WindowState(
            double width,
            double height,
            boolean maximized,
            Theme theme,
            Locale locale,
            Level level) {
        this(
                width,
                height,
                maximized,
                theme,
                locale,
                level,
                PlotSetup.INITIAL,
                Access.USUAL,
                Optional.empty());
    }

    /// The same with clients that stand on the stage in another way.
    public WindowState withArrangement(Optional<Arrangement> wanted) {
        return new WindowState(
                width, height, maximized, theme, locale, level, plots, access, wanted);
    }

    public static WindowState initial(Theme theme, Locale locale) {
        return new WindowState(1440, 900, false, theme, locale, Level.BASIC);
    }

    /// The same, no larger than a screen has room for, and no smaller than the window can be.
    ///
    /// @param screen what is left of it beside bars and docks
    public WindowState within(Rectangle2D screen) {
        return new WindowState(
                Math.max(MIN_WIDTH, Math.min(width, screen.getWidth())),
                Math.max(MIN_HEIGHT, Math.min(height, screen.getHeight() - FRAME)),
                maximized,
                theme,
                locale,
                level,
                plots,
                access,
                arrangement);
    }

    /// Where a window must begin along one side of the screen to be on it: as near to where it is
    /// as possible; its beginning counts when it is too long.
    public static double onScreen(double start, double length, double from, double to) {
        return Math.max(from, Math.min(start, to - length));
    }

    /// The state of an open window.
    public static WindowState of(Stage window, LabModel model) {
        return new WindowState(
                window.getScene().getWidth(),
                window.getScene().getHeight(),
                window.isMaximized(),
                model.preferences().theme().get(),
                model.preferences().locale().get(),
                model.preferences().level().get(),
                model.preferences().plots().get(),
                model.preferences().access().get(),
                model.preferences().arrangement().get());
    }
}
