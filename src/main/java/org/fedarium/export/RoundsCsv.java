package org.fedarium.export;

import org.fedarium.model.MetricSpec;
import org.fedarium.simulation.StepRecord;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `rounds.csv`: a row per round, round 0 being the initial model. Metrics stand under their ids.
public final class RoundsCsv implements AutoCloseable {
    private final CsvFile file;

    public RoundsCsv(Path target, List<MetricSpec> metrics) {
        List<String> header = new ArrayList<>(List.of("round"));
        metrics.forEach(m -> header.add(m.id()));
        header.addAll(List.of("updateNorm", "totalBytes", "virtualSeconds", "totalSteps"));
        this.file = new CsvFile(target, header);
    }

    public void add(StepRecord step) {
        file.add(step.round())
                .addAll(step.metrics())
                .add(step.updateNorm())
                .add(step.totalBytes())
                .add(step.end())
                .add(step.totalSteps())
                .endRow();
    }

    @Override
    public void close() {
        file.close();
    }
}
