package org.fedarium.export;

import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A CSV file written row by row while a run goes on. It appears under its name when it is closed;
/// a run that diverges or is cancelled closes it too, so its partial results are kept.
final class CsvFile implements AutoCloseable {
    private final Path target;
    private final AtomicFile file;
    private final OutputStreamWriter writer;
    private final CsvWriter csv;
    private final int columns;
    private final List<String> row = new ArrayList<>();

    CsvFile(Path target, List<String> header) {
        this.target = target;
        this.columns = header.size();
        this.file = AtomicFile.open(target);
        this.writer = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
        this.csv = Csv.writer(writer);
        guard(() -> csv.writeRecord(header));
    }

    CsvFile add(Object value) {
        row.add(Csv.cell(value));
        return this;
    }

    CsvFile addAll(double[] values) {
        for (double value : values) {
            add(value);
        }
        return this;
    }

    void endRow() {
        if (row.size() != columns) {
            throw new IllegalStateException(
                    "A row of " + row.size() + " cells in a table of " + columns + ": " + target);
        }
        guard(() -> csv.writeRecord(row));
        row.clear();
    }

    @Override
    public void close() {
        try (AtomicFile closing = file) {
            csv.flush();
            writer.flush();
            closing.commit();
        } catch (IOException e) {
            throw AtomicFile.failed(target, e);
        }
    }

    private void guard(Runnable write) {
        try {
            write.run();
        } catch (UncheckedIOException e) {
            file.close();
            throw AtomicFile.failed(target, e.getCause());
        }
    }
}
