package org.fedarium.ui.stage;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

import org.fedarium.scene.FontSpec;

import java.util.List;

/// The program's own fonts for JavaFX.
final class CanvasFonts {
    private static final String FOLDER = "/org/fedarium/assets/fonts/";
    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.ttf",
                    "Inter-Bold.ttf",
                    "Inter-Medium.ttf",
                    "Inter-SemiBold.ttf",
                    "FedariumMath.ttf",
                    "FedariumMathUpright.ttf",
                    "FedariumSansSC-Regular.ttf",
                    "FedariumSansSC-SemiBold.ttf");

    static {
        for (String file : FILES) {
            var url = CanvasFonts.class.getResource(FOLDER + file);
            if (url == null || Font.loadFont(url.toExternalForm(), 12) == null) {
                throw new IllegalStateException("Cannot load the font " + FOLDER + file);
            }
        }
    }

    private CanvasFonts() {}

    /// The font that shows this text.
    static Font of(FontSpec spec, String text) {
        FontWeight weight = spec.bold(text) ? FontWeight.BOLD : FontWeight.NORMAL;
        return Font.font(spec.family(text), weight, spec.size());
    }
}
