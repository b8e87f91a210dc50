package org.fedarium.data;

import org.fedarium.catalog.BadInput;

import java.io.IOException;
import java.io.InputStream;

/// A quick look at the raw bytes before anything is parsed: is it UTF-8 text, are the quotation
/// marks closed, how many cells does it hold. Takes a fraction of the parsing time and no memory.
final class CsvProbe {
    private final CsvSource source;
    private long line = 1;
    private long cells;
    private long quoteLine;
    private boolean quoted;
    private boolean cellStart = true;
    private boolean lineStart = true;
    private int continuations;
    private int lowest = 0x80;
    private int highest = 0xBF;

    private CsvProbe(CsvSource source) {
        this.source = source;
    }

    /// Throws [BadInput] when the table cannot be read at all.
    static void check(CsvSource source, CsvLimits limits) {
        CsvProbe probe = new CsvProbe(source);
        long bytes = 0;
        try (InputStream in = source.opener().open()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int from = bytes == 0 ? bomLength(buffer, n) : 0;
                bytes += n;
                for (int i = from; i < n; i++) {
                    probe.look(buffer[i] & 0xFF);
                }
            }
        } catch (IOException e) {
            throw CsvSource.failed(source.name(), e);
        }
        probe.finish(limits);
    }

    private static int bomLength(byte[] buffer, int n) {
        boolean bom =
                n >= 3
                        && buffer[0] == (byte) 0xEF
                        && buffer[1] == (byte) 0xBB
                        && buffer[2] == (byte) 0xBF;
        return bom ? 3 : 0;
    }

    private void look(int b) {
        if (b >= 0x80 || continuations > 0) {
            multibyte(b);
        } else if (b == 0) {
            throw BadInput.of(
                    "csv.binary",
                    "{0}: line {1} holds a zero byte, so this is not a UTF-8 text file. Save the"
                            + " table as CSV in UTF-8.",
                    source.name(),
                    line);
        }
        if (b == '"' && (quoted || cellStart)) {
            quoted = !quoted;
            quoteLine = line;
        } else if (b == '\n') {
            line++;
        }
        if (!quoted && (b == '\n' || b == '\r')) {
            lineStart = true;
        } else if (lineStart) {
            lineStart = false;
            cells++;
        }
        boolean separator = !quoted && b == ',';
        cells += separator ? 1 : 0;
        // A doubled quotation mark inside quotes closes and opens again.
        cellStart = !quoted && (separator || b == '\n' || b == '\r' || b == '"');
    }

    /// One byte of a character beyond ASCII; the well-formed sequences of the Unicode standard.
    private void multibyte(int b) {
        boolean good;
        if (continuations > 0) {
            good = b >= lowest && b <= highest;
            continuations--;
            lowest = 0x80;
            highest = 0xBF;
        } else {
            good = b >= 0xC2 && b <= 0xF4;
            continuations = b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : 1;
            lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        }
        if (!good) {
            throw BadInput.of(
                    "csv.encoding",
                    "{0}: line {1} holds the byte {2}, which is not UTF-8. Save the table as CSV in"
                            + " UTF-8.",
                    source.name(),
                    line,
                    String.format(java.util.Locale.ROOT, "0x%02X", b));
        }
    }

    private void finish(CsvLimits limits) {
        if (cells == 0) {
            throw BadInput.of(
                    "csv.empty",
                    "{0}: the file is empty. It needs a line of column names and at least two"
                            + " rows.",
                    source.name());
        }
        if (quoted) {
            throw BadInput.of(
                    "csv.quotes",
                    "{0}: the quotation mark in line {1} is never closed. Close it, or remove it.",
                    source.name(),
                    quoteLine);
        }
        if (continuations > 0) {
            throw BadInput.of(
                    "csv.encoding.end",
                    "{0}: the file ends within a character in line {1}. It may have been cut off.",
                    source.name(),
                    line);
        }
        if (cells > limits.cells()) {
            throw BadInput.of(
                    "csv.cells",
                    "{0}: the table has about {1} cells; at most {2} can be read. Use fewer rows or"
                            + " columns.",
                    source.name(),
                    CsvLimits.show(cells),
                    CsvLimits.show(limits.cells()));
        }
    }
}
