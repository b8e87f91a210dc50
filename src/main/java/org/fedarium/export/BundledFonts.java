package org.fedarium.export;

import org.fedarium.chart.Fonts;
import org.fedarium.scene.FontSpec;

import java.awt.Font;
import java.util.Map;

/// The bundled fonts that a painter names by family.
final class BundledFonts {
    private static final Map<String, String> FILES =
            Map.of(
                    "Inter", "Inter-Regular.ttf",
                    "Inter bold", "Inter-Bold.ttf",
                    "Inter Medium", "Inter-Medium.ttf",
                    "Inter SemiBold", "Inter-SemiBold.ttf",
                    "Fedarium Math", "FedariumMath.ttf",
                    "Fedarium Math Upright", "FedariumMathUpright.ttf",
                    "Fedarium Sans SC", "FedariumSansSC-Regular.ttf",
                    "Fedarium Sans SC SemiBold", "FedariumSansSC-SemiBold.ttf");

    private BundledFonts() {}

    /// The font that shows this text.
    static Font of(FontSpec spec, String text) {
        String family = spec.family(text) + (spec.bold(text) ? " bold" : "");
        return Fonts.inFile(FILES.get(family), spec.size());
    }
}
