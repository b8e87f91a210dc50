package org.fedarium.ui.setup;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.Values;
import org.fedarium.look.Texts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Values of settings as people type and read them: `0.03`, `1000`, `64, 32`. Reading refuses
/// everything outside the domain with a message in the window's language.
final class ValueText {
    private ValueText() {}

    static String write(Object value) {
        return switch (value) {
            case Double d -> number(d);
            case List<?> list ->
                    list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }

    private static String number(double d) {
        double size = Math.abs(d);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return Double.toString(d).replace(".0E", "E").replace('E', 'e');
        }
        return new BigDecimal(Double.toString(d)).stripTrailingZeros().toPlainString();
    }

    /// @param label the setting's name, for the message
    static Object read(String text, Domain domain, String label, Texts texts) {
        String stripped = text.strip();
        Object raw =
                switch (domain) {
                    case Domain.Reals r -> realOrText(stripped);
                    case Domain.Integers i -> realOrText(stripped);
                    case Domain.IntegerList l -> listOrText(stripped);
                    default -> text;
                };
        try {
            return Values.check(label, domain, raw);
        } catch (BadInput e) {
            throw BadInput.of(
                    "field.range",
                    "{0}: {1} is not {2}.",
                    label,
                    stripped.isEmpty()
                            ? texts.get("setup.nothing")
                            : "\u201c" + stripped + "\u201d",
                    range(domain, texts));
        }
    }

    private static Object realOrText(String text) {
        try {
            return text.matches("[-+]?[0-9]*\\.?[0-9]*([eE][-+]?[0-9]+)?")
                    ? (Object) Double.valueOf(text)
                    : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object listOrText(String text) {
        List<Object> items = new ArrayList<>();
        for (String item : text.split("[,;\\s]+")) {
            if (!item.isEmpty()) {
                items.add(realOrText(item));
            }
        }
        return items;
    }

    /// The range in words of the window's language.
    static String range(Domain domain, Texts texts) {
        return switch (domain) {
            case Domain.Reals r ->
                    texts.get(
                            r.minOpen() ? "setup.range.above" : "setup.range.real",
                            write(r.min()),
                            write(r.max()));
            case Domain.Integers i -> texts.get("setup.range.integer", i.min(), i.max());
            case Domain.Choice c -> texts.get("setup.range.choice", String.join(", ", c.options()));
            case Domain.Flag f -> texts.get("setup.range.flag");
            case Domain.IntegerList l ->
                    texts.get("setup.range.list", l.maxLength(), l.min(), l.max());
            case Domain.Text t -> texts.get("setup.range.text", t.maxLength());
        };
    }
}
