package org.fedarium.cli;

import java.util.Locale;

/// Counted things in words.
final class Counts {
    private Counts() {}

    /// `1 client`, `20 clients`, `199,210 parameters`.
    static String of(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
