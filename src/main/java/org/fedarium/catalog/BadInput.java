package org.fedarium.catalog;

import java.util.List;

/// Input from a person (a file, a field, a flag) that cannot be used. The message says what was
/// wrong, where, what is allowed and what to do; it is shown as it is, never with a stack trace.
/// The window may translate it by [#code] and [#arguments].
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient List<Object> arguments;

    private BadInput(String code, String message, List<Object> arguments, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.arguments = arguments;
    }

    /// @param template  English text with `{0}`, `{1}`, ... for the arguments
    /// @param arguments numbers and names; also notes, other problems, entries of a catalog and
    ///                  lists of such, which the window says in its own language
    public static BadInput of(String code, String template, Object... arguments) {
        List<Object> kept = Arguments.kept(arguments);
        Throwable cause = null;
        for (Object argument : arguments) {
            if (argument instanceof Throwable t) {
                cause = t;
            }
        }
        return new BadInput(code, fill(template, Arguments.english(kept)), kept, cause);
    }

    /// Replaces `{i}` by the i-th argument; used for translations too.
    public static String fill(String template, List<String> arguments) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            int close = template.charAt(i) == '{' ? template.indexOf('}', i) : -1;
            if (close > i + 1
                    && template.substring(i + 1, close).chars().allMatch(Character::isDigit)) {
                int index = Integer.parseInt(template.substring(i + 1, close));
                text.append(index < arguments.size() ? arguments.get(index) : "?");
                i = close + 1;
            } else {
                text.append(template.charAt(i++));
            }
        }
        return text.toString();
    }

    public String code() {
        return code;
    }

    /// Texts, or what has words of its own: notes, problems, entries, lists of such.
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
