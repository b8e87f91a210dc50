package org.fedarium.data;

import java.util.Locale;

/// How large a table may be.
///
/// @param bytes of the file
/// @param cells of the file, and of the inputs after categories became 0/1 columns
record CsvLimits(long bytes, long cells) {
    static final CsvLimits DEFAULT = new CsvLimits(200_000_000, 20_000_000);

    /// Most different values of a text column or classes of a target.
    static final int LEVELS = 1000;

    static String show(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
