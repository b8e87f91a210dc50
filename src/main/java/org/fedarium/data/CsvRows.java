package org.fedarium.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.fedarium.catalog.BadInput;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Streams the rows of a table, every cell stripped of blanks. Holds one row at a time.
final class CsvRows {
    private CsvRows() {}

    /// Called for every row after the header.
    interface RowConsumer {
        void row(long line, String[] cells);
    }

    static List<String> header(CsvSource source) {
        List<String> names = new ArrayList<>();
        read(source, true, (line, cells) -> names.addAll(List.of(cells)));
        return List.copyOf(names);
    }

    /// All rows after the header; one with another number of cells is refused.
    static void forEach(CsvSource source, int columns, RowConsumer consumer) {
        read(
                source,
                false,
                (line, cells) -> {
                    if (cells.length != columns) {
                        throw BadInput.of(
                                "csv.ragged",
                                "{0}: line {1} has {2} cells, but line 1 names {3} columns. Every"
                                        + " line needs the same number of commas.",
                                source.name(),
                                line,
                                cells.length,
                                columns);
                    }
                    consumer.row(line, cells);
                });
    }

    private static void read(CsvSource source, boolean headerOnly, RowConsumer consumer) {
        try (InputStream in = source.opener().open();
                CsvReader<CsvRecord> reader =
                        CsvReader.builder()
                                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .detectBomHeader(true)
                                .ofCsvRecord(in, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> records = reader.iterator();
            boolean header = true;
            while (records.hasNext()) {
                CsvRecord next = records.next();
                if (!header || headerOnly) {
                    consumer.row(next.getStartingLineNumber(), stripped(next));
                }
                if (headerOnly) {
                    return;
                }
                header = false;
            }
        } catch (CsvParseException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw BadInput.of(
                    "csv.parse",
                    "{0}: this is not valid CSV: {1}. Check the quotation marks there.",
                    source.name(),
                    e.getMessage() + (e.getCause() == null ? "" : " (" + reason + ")"));
        } catch (UncheckedIOException e) {
            throw CsvSource.failed(source.name(), e.getCause());
        } catch (IOException e) {
            throw CsvSource.failed(source.name(), e);
        }
    }

    private static String[] stripped(CsvRecord row) {
        String[] cells = new String[row.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.getField(i).strip();
        }
        return cells;
    }
}
