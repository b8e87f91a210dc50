package org.fedarium.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.fedarium.chart.ChartTable;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Comma separated values after RFC 4180 in UTF-8: `.` as decimal sign, and doubles with as many
/// digits as needed to read back the same bits.
public final class Csv {
    private Csv() {}

    /// Writes the numbers behind a chart.
    public static void write(ChartTable table, Path target) {
        AtomicFile.write(
                target,
                stream -> {
                    var writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                    fill(writer(writer), table);
                    writer.flush();
                });
    }

    /// The same as one text, for the clipboard.
    public static String text(ChartTable table) {
        StringWriter text = new StringWriter();
        fill(writer(text), table);
        return text.toString();
    }

    private static void fill(CsvWriter csv, ChartTable table) {
        csv.writeRecord(table.header());
        for (List<Object> row : table.rows()) {
            csv.writeRecord(row.stream().map(Csv::cell).toList());
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvWriter writer(java.io.Writer target) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(target);
    }

    /// A value as text; a value that is not defined is `NaN`, one that is missing is empty.
    static String cell(Object value) {
        return switch (value) {
            case Double d -> Double.toString(d);
            default -> String.valueOf(value);
        };
    }
}
