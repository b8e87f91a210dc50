package org.fedarium.ui.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import org.fedarium.look.Theme;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/// Dresses a scene: AtlantaFX Primer below, then our tokens and components. Knows the fonts.
public final class ThemeManager {
    private static final String ASSETS = "/org/fedarium/assets/";
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular",
                    "Inter-Medium",
                    "Inter-SemiBold",
                    "Inter-Bold",
                    "FedariumMath",
                    "FedariumMathUpright",
                    "FedariumSansSC-Regular",
                    "FedariumSansSC-SemiBold");

    private final Scene scene;

    public ThemeManager(Scene scene) {
        this.scene = scene;
        loadFonts();
    }

    /// Makes the bundled fonts known to JavaFX, once. May be called from any thread after the
    /// toolkit has started; others then wait for it.
    public static void loadFonts() {
        Loaded.touch();
    }

    /// Loaded when this class is.
    private static final class Loaded {
        static {
            load();
        }

        static void touch() {
            // Having been called is enough.
        }
    }

    private static void load() {
        for (String name : FONTS) {
            try (InputStream in =
                    ThemeManager.class.getResourceAsStream(ASSETS + "fonts/" + name + ".ttf")) {
                Objects.requireNonNull(Font.loadFont(in, 13), name);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /// Takes the place of JavaFX's own style sheet. Before the first control is made: the first one
    /// would else load that one, to no use.
    public static void underlay(Theme theme) {
        Application.setUserAgentStylesheet(
                theme.isDark()
                        ? new PrimerDark().getUserAgentStylesheetBSS()
                        : new PrimerLight().getUserAgentStylesheetBSS());
    }

    public void apply(Theme theme) {
        underlay(theme);
        scene.getStylesheets().setAll(url("css/tokens-" + theme.id() + ".css"), url("css/app.css"));
    }

    private static String url(String asset) {
        return Objects.requireNonNull(ThemeManager.class.getResource(ASSETS + asset), asset)
                .toExternalForm();
    }

    /// What the desktop asks for.
    public static Theme platformTheme() {
        return theme(Platform.getPreferences().getColorScheme());
    }

    /// The theme for a desktop's colour scheme.
    public static Theme theme(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }
}
