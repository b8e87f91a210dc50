package org.fedarium.catalog;

import java.util.Arrays;
import java.util.List;

/// A sentence that a person must know, though nothing is wrong: rows were dropped, statistics
/// travel. The window may translate it by its code; the command line says it in English.
///
/// @param template English text with `{0}`, `{1}`, ... for the arguments
public record Note(String code, String template, List<String> arguments) {

    public Note {
        arguments = List.copyOf(arguments);
    }

    public static Note of(String code, String template, Object... arguments) {
        return new Note(code, template, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /// In English.
    public String sentence() {
        return BadInput.fill(template, arguments);
    }

    @Override
    public String toString() {
        return sentence();
    }
}
