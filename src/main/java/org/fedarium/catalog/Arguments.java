package org.fedarium.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What fills the gaps of a [Note] or a [BadInput]. Most arguments are numbers and names, kept as
/// text. Those that have words of their own stay as they are, so that they can be said in another
/// language: another note, another problem, an entry of a catalog, or a list of such.
final class Arguments {
    private Arguments() {}

    static List<Object> kept(Object[] arguments) {
        List<Object> kept = new ArrayList<>();
        for (Object argument : arguments) {
            kept.add(hasWords(argument) ? argument : String.valueOf(argument));
        }
        return List.copyOf(kept);
    }

    private static boolean hasWords(Object argument) {
        return argument instanceof Note
                || argument instanceof BadInput
                || argument instanceof Descriptor
                || argument instanceof List<?>;
    }

    static List<String> english(List<Object> arguments) {
        return arguments.stream().map(Arguments::english).toList();
    }

    private static String english(Object argument) {
        return switch (argument) {
            case Note note -> note.sentence();
            case BadInput problem -> String.valueOf(problem.getMessage());
            case Descriptor entry -> entry.name();
            case List<?> list ->
                    list.stream().map(Arguments::english).collect(Collectors.joining(", "));
            default -> String.valueOf(argument);
        };
    }
}
