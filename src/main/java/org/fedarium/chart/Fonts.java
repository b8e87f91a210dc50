package org.fedarium.chart;

import org.jspecify.annotations.Nullable;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The bundled fonts for Java2D. A file that is missing or cannot be read is replaced by the
/// system's sans-serif, so that pictures still come out.
public final class Fonts {
    private static final String FOLDER = "/org/fedarium/assets/fonts/";
    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.ttf",
                    "Inter-Medium.ttf",
                    "Inter-SemiBold.ttf",
                    "Inter-Bold.ttf",
                    "FedariumMath.ttf",
                    "FedariumMathUpright.ttf",
                    "FedariumSansSC-Regular.ttf",
                    "FedariumSansSC-SemiBold.ttf");

    private Fonts() {}

    /// Loaded at first use, once: registering twice is refused by AWT.
    private static final class Loaded {
        static final Map<String, Font> FONTS = load();

        private static Map<String, Font> load() {
            Map<String, Font> fonts = new LinkedHashMap<>();
            for (String file : FILES) {
                try (InputStream stream = open(file)) {
                    if (stream != null) {
                        Font font = Font.createFont(Font.TRUETYPE_FONT, stream);
                        GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                        fonts.put(file, font);
                    }
                } catch (IOException | FontFormatException e) {
                    System.getLogger(Fonts.class.getName())
                            .log(System.Logger.Level.WARNING, "Cannot use font " + file, e);
                }
            }
            return Map.copyOf(fonts);
        }
    }

    /// Makes the bundled fonts known to Java2D under their family names.
    public static void register() {
        regular(Locale.ENGLISH, 12);
    }

    public static Font regular(Locale locale, double size) {
        return of(
                isChinese(locale) ? "FedariumSansSC-Regular.ttf" : "Inter-Regular.ttf",
                Font.PLAIN,
                size);
    }

    public static Font semiBold(Locale locale, double size) {
        return of(
                isChinese(locale) ? "FedariumSansSC-SemiBold.ttf" : "Inter-SemiBold.ttf",
                Font.BOLD,
                size);
    }

    /// The font in one of the bundled files.
    public static Font inFile(String file, double size) {
        return of(file, Font.PLAIN, size);
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    private static Font of(String file, int fallbackStyle, double size) {
        Font font = Loaded.FONTS.get(file);
        Font base = font != null ? font : new Font(Font.SANS_SERIF, fallbackStyle, 1);
        return base.deriveFont((float) size);
    }

    /// Names of the bundled font files, for programs that embed them.
    public static List<String> files() {
        return FILES;
    }

    /// A bundled font file, or null when it is missing.
    public static @Nullable InputStream open(String file) {
        return Fonts.class.getResourceAsStream(FOLDER + file);
    }
}
