package org.fedarium.export;

import org.fedarium.model.ParameterLayout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `parameters.csv`: a row per model, a column per parameter by name. The model is `global`, or the
/// name of a client whose model is the one after its local update, before aggregation.
public final class ParametersCsv implements AutoCloseable {
    /// More values than this are not written: then the global model only.
    public static final long MOST_VALUES = 5_000_000;

    public static final String GLOBAL = "global";

    private final CsvFile file;

    public ParametersCsv(Path target, ParameterLayout layout) {
        List<String> header = new ArrayList<>(List.of("round", "model"));
        header.addAll(layout.names());
        this.file = new CsvFile(target, header);
    }

    /// True while clients' models are few enough to be written too.
    public static boolean includesClients(int parameters, int cohort, int rounds) {
        return (long) parameters * (cohort + 1) * rounds <= MOST_VALUES;
    }

    /// @param model [#GLOBAL] or a client's name
    public void add(int round, String model, double[] parameters) {
        file.add(round).add(model).addAll(parameters).endRow();
    }

    @Override
    public void close() {
        file.close();
    }
}
