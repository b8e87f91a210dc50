package org.fedarium.data;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// A sample data set, read from the jar or from beside it.
///
/// @param sample its line in [Samples]
public record SampleData(Sample sample) implements DataSource {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "data",
                sample.id(),
                sample.title(),
                sample.summary(),
                "",
                sample.source(),
                Preparation.PARAMETERS);
    }

    @Override
    public Task task() {
        return sample.task();
    }

    @Override
    public boolean mayHaveClients() {
        return sample.clients() != null;
    }

    @Override
    public Dataset load(Values values, DataFiles files, RandomStream stream) {
        String file = sample.fileName();
        try {
            // Opened once more than needed, so that a missing file is reported as such.
            files.openSample(file).close();
        } catch (IOException e) {
            throw CsvSource.failed(file, e);
        }
        CsvSettings settings =
                new CsvSettings(
                        sample.target(),
                        sample.clients() == null ? "" : "client",
                        Arrays.stream(sample.ignore().split(","))
                                .filter(s -> !s.isEmpty())
                                .toList(),
                        List.of(),
                        false,
                        sample.task());
        return CsvReader.read(
                new CsvSource(file, () -> files.openSample(file)),
                settings,
                CsvLimits.DEFAULT,
                sample.id(),
                sample.title(),
                sample.side() == 0 ? null : new Dataset.ImageShape(sample.side(), sample.side()),
                sample.note().isEmpty()
                        ? List.of()
                        : List.of(new Note("sample." + sample.id(), sample.note(), List.of())));
    }
}
