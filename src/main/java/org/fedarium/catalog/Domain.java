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
        return switch (this) {
            case Reals r ->
                    "a number "
                            + (r.minOpen() ? "above " : "from ")
                            + shorten(r.min())
                            + (r.minOpen() ? " and at most " : " to ")
                            + shorten(r.max());
            case Integers i -> "a whole number from " + i.min() + " to " + i.max();
            case Choice c -> "one of " + String.join(", ", c.options());
            case Flag f -> "true or false";
            case IntegerList l ->
                    "a list of at most "
                            + l.maxLength()
                            + " whole numbers from "
                            + l.min()
                            + " to "
                            + l.max();
            case Text t -> "text of at most " + t.maxLength() + " characters";
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
