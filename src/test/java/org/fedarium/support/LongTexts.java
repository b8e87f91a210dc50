package org.fedarium.support;

import org.fedarium.look.Texts;

import java.util.Locale;

/// The program's texts with 40 % more letters, as other languages need them.
public final class LongTexts {
    private static final String FILLER = "\u00e4\u00ebi\u00f6u\u00e9 m\u00e4\u00efn ";

    private static final String CHINESE = "\u66f4\u957f\u7684\u6587\u5b57";

    private LongTexts() {}

    /// All texts of a language.
    public static Texts of(Locale locale) {
        String filler = locale.getLanguage().equals("zh") ? CHINESE : FILLER;
        return new Texts(locale, (key, text) -> longer(text, filler));
    }

    /// The text, and 40 % more letters; places for values stay.
    private static String longer(String text, String filler) {
        int more = (int) Math.ceil(0.4 * text.length());
        String tail = filler.repeat(more / filler.length() + 1).substring(0, more).strip();
        boolean spaced = filler.contains(" ") && more >= 3;
        return text + (spaced ? " " + tail.substring(1).strip() : tail);
    }
}
