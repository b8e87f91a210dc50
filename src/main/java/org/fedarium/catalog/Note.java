package org.fedarium.catalog;

import java.util.List;

/// A sentence that a person must know, though nothing is wrong: rows were dropped, statistics
/// travel. The window may translate it by its code; the command line says it in English.
///
/// @param template  English text with `{0}`, `{1}`, ... for the arguments
/// @param arguments texts, or what has words of its own: notes, problems, entries, lists of such
public record Note(String code, String template, List<Object> arguments) {

    public Note {
        arguments = List.copyOf(arguments);
    }

    public static Note of(String code, String template, Object... arguments) {
        return new Note(code, template, Arguments.kept(arguments));
    }

    /// The name of something that is not an entry of a catalog, such as of a vector that travels.
    ///
    /// A number at its end fills a gap in the translation.
    ///
    /// @param kind its names are translated under `note.<kind>.<name>`
    public static Note word(String kind, String name) {
        String stem = name.replaceAll("[0-9]+$", "");
        String number = name.substring(stem.length());
        String code = kind + "." + stem;
        return number.isEmpty()
                ? new Note(code, name, List.of())
                : new Note(code, stem + "{0}", List.of(number));
    }

    /// In English.
    public String sentence() {
        return BadInput.fill(template, Arguments.english(arguments));
    }

    @Override
    public String toString() {
        return sentence();
    }
}
