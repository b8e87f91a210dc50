package org.fedarium.ui.stage;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

import org.fedarium.scene.FontSpec;
import org.fedarium.ui.support.ThemeManager;

/// The program's own fonts for JavaFX.
final class CanvasFonts {
    static {
        ThemeManager.loadFonts();
    }

    private CanvasFonts() {}

    /// The font that shows this text.
    static Font of(FontSpec spec, String text) {
        FontWeight weight = spec.bold(text) ? FontWeight.BOLD : FontWeight.NORMAL;
        return Font.font(spec.family(text), weight, spec.size());
    }
}
