package org.fedarium.export;

import org.fedarium.scene.FontSpec;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// The program's own fonts for Java2D, by family.
public final class BundledFonts {
    private static final String FOLDER = "/org/fedarium/assets/fonts/";
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
    private static final Map<String, Font> FONTS = load();

    private BundledFonts() {}

    /// The font that shows this text.
    public static Font of(FontSpec spec, String text) {
        String family = spec.family(text) + (spec.bold(text) ? " bold" : "");
        return FONTS.get(family).deriveFont((float) spec.size());
    }

    private static Map<String, Font> load() {
        Map<String, Font> fonts = new HashMap<>();
        FILES.forEach((family, file) -> fonts.put(family, read(file)));
        return Map.copyOf(fonts);
    }

    private static Font read(String file) {
        try (var stream = BundledFonts.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + FOLDER + file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("Damaged resource " + FOLDER + file, e);
        }
    }
}
