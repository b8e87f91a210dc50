package org.fedarium.catalog;

import java.util.List;

/// The set of values a parameter may take. Each domain can say itself in words.
public sealed interface Domain {

    /// How a slider spreads the range.
    enum Scale {
        LINEAR,
        LOG
    }

    /// Real numbers in [min, max], or (min, max] when `minOpen`.
    record Reals(double min, double max, boolean minOpen, Scale scale) implements Domain {}

    /// Whole numbers in [min, max].
    record Integers(long min, long max, Scale scale) implements Domain {}

    /// One of a few words.
    record Choice(List<String> options) implements Domain {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// True or false.
    record Flag() implements Domain {}

    /// A list of whole numbers, such as the sizes of hidden layers.
    record IntegerList(int maxLength, int min, int max) implements Domain {}

    /// Free text, such as a column's or a file's name.
    record Text(int maxLength) implements Domain {}

    /// The range in plain English, used in error messages and in the format's documentation.
    default String inWords() {
        return note().sentence();
    }

    /// The range as a note, so that a message can say it in the window's language.
    default Note note() {
        return switch (this) {
            case Reals r ->
                    r.minOpen()
                            ? Note.of(
                                    "range.above",
                                    "a number above {0} and at most {1}",
                                    shorten(r.min()),
                                    shorten(r.max()))
                            : Note.of(
                                    "range.real",
                                    "a number from {0} to {1}",
                                    shorten(r.min()),
                                    shorten(r.max()));
            case Integers i ->
                    Note.of("range.whole", "a whole number from {0} to {1}", i.min(), i.max());
            case Choice c -> Note.of("range.choice", "one of {0}", c.options());
            case Flag f -> Note.of("range.flag", "true or false");
            case IntegerList l ->
                    Note.of(
                            "range.list",
                            "a list of at most {0} whole numbers from {1} to {2}",
                            l.maxLength(),
                            l.min(),
                            l.max());
            case Text t -> Note.of("range.text", "text of at most {0} characters", t.maxLength());
        };
    }

    private static String shorten(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-6 || size >= 1e9)) {
            return Double.toString(value).replace(".0E", "e").replace("E", "e");
        }
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
