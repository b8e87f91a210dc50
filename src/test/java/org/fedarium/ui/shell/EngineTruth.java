package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.chart.ChartData;
import org.fedarium.chart.Series;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.RunSetup;
import org.fedarium.export.ChartExport;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.scene.StageView;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.Plan;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.simulation.References;
import org.fedarium.simulation.Simulation;
import org.fedarium.simulation.StepRecord;
import org.fedarium.support.SampleFiles;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An experiment computed once more, by the engine alone, to compare the window with.
final class EngineTruth {
    private final RunSetup setup;
    private final List<StepRecord> steps = new ArrayList<>();
    private final List<double[]> parameters = new ArrayList<>();
    private @Nullable ReferenceCurves references;

    /// Rounds 0 to `last` of an experiment, its changes included.
    EngineTruth(Experiment experiment, int last) {
        setup = new RunSetup(experiment, new SampleFiles());
        Simulation simulation = new Simulation(firstPlan());
        steps.add(simulation.initial());
        parameters.add(simulation.parameters().clone());
        for (int round = 1; round <= last; round++) {
            Plan plan = setup.segmentAt(round).plan();
            if (plan != simulation.plan()) {
                simulation.change(plan);
            }
            steps.add(simulation.next());
            parameters.add(simulation.parameters().clone());
        }
    }

    private Plan firstPlan() {
        return setup.segments().getFirst().plan();
    }

    double metric(int round, RunInfo info, String id) {
        return steps.get(round).metrics()[info.metricIndex(id)];
    }

    private double clientLoss(int round, int client) {
        ClientReports reports = steps.get(round).reports();
        int slot = reports.slotOf(client);
        return slot < 0 ? Double.NaN : reports.lossAfter()[slot];
    }

    private ReferenceCurves references() {
        ReferenceCurves known = references;
        if (known == null) {
            known = References.compute(firstPlan(), setup.experiment().rounds());
            references = known;
        }
        return known;
    }

    /// Cohort, weights, norms and losses that the stage shows are those of the round, bit for bit.
    void checkStage(StageView view) {
        int round = view.playhead().round();
        Timeline timeline = view.timeline();
        assertThat(timeline.info().experiment()).isEqualTo(setup.experiment());
        assertThat(timeline.info().segmentAt(Math.max(1, round)).examples())
                .isEqualTo(setup.segmentAt(Math.max(1, round)).deal().examples());
        assertThat(timeline.step(round).metrics()).isEqualTo(steps.get(round).metrics());
        if (round == 0) {
            assertThat(view.step()).isNull();
            return;
        }
        ClientReports shown = view.step().reports();
        ClientReports computed = steps.get(round).reports();
        assertThat(shown.client()).isEqualTo(computed.client());
        assertThat(shown.examples()).isEqualTo(computed.examples());
        assertThat(shown.steps()).isEqualTo(computed.steps());
        assertThat(shown.weight()).isEqualTo(computed.weight());
        assertThat(shown.lossBefore()).isEqualTo(computed.lossBefore());
        assertThat(shown.lossAfter()).isEqualTo(computed.lossAfter());
        assertThat(shown.updateNorm()).isEqualTo(computed.updateNorm());
        assertThat(shown.cosine()).isEqualTo(computed.cosine());
        assertThat(view.step().totalBytes()).isEqualTo(steps.get(round).totalBytes());
    }

    /// The curves of a chart over rounds hold the engine's numbers.
    ///
    /// @param last the last round that may be on the chart
    void checkCurves(ChartExport chart, RunInfo info, String metric, int last) {
        ChartData data = chart.data();
        checkCurve(data.series("global"), last, r -> metric(r, info, metric));
        for (Series series : data.series()) {
            if (series.role() == Series.Role.CLIENT && chart.id().equals("loss")) {
                checkCurve(series, last, r -> clientLoss(r, series.client()));
            }
        }
    }

    private static void checkCurve(
            Series series, int last, java.util.function.IntToDoubleFunction f) {
        assertThat(series.x()[series.size() - 1]).as(series.id()).isLessThanOrEqualTo(last);
        for (int i = 0; i < series.size(); i++) {
            int round = (int) series.x()[i];
            assertThat(series.y()[i])
                    .as(series.id() + " " + round)
                    .isEqualTo(f.applyAsDouble(round));
        }
    }

    /// Every cell of a saved table over rounds is the engine's number, bit for bit.
    void checkTable(Path csv, RunInfo info, String metric, int last) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> header = List.of(lines.getFirst().split(","));
        assertThat(header.subList(0, 2)).containsExactly("round", "global " + metric);
        assertThat(lines).hasSize(last + 2);
        for (int round = 0; round <= last; round++) {
            String[] cells = lines.get(round + 1).split(",", -1);
            assertThat(cells).hasSize(header.size());
            assertThat(cells[0]).isEqualTo(String.valueOf(round));
            for (int c = 1; c < cells.length; c++) {
                Double expected = expected(header.get(c), metric, round, info);
                if (expected != null) {
                    assertThat(cells[c]).as(header.get(c) + " " + round).isEqualTo(cell(expected));
                }
            }
        }
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /// Null for a column that belongs to an earlier run.
    private @Nullable Double expected(String column, String metric, int round, RunInfo info) {
        int index = info.metricIndex(metric);
        if (column.startsWith("global ")) {
            return metric(round, info, metric);
        }
        if (column.startsWith("centralised ")) {
            return references().centralised()[round][index];
        }
        if (column.startsWith("local only ")) {
            int at = Arrays.binarySearch(references().localOnlyRounds(), round);
            return at < 0 ? Double.NaN : references().localOnly()[at][index];
        }
        if (column.startsWith("optimum ")) {
            return references().optimum()[index];
        }
        if (column.startsWith("earlier run ")) {
            return null;
        }
        return clientLoss(round, info.clients().indexOf(column));
    }

    /// The global values in a saved table of paths are the engine's parameters, bit for bit, and
    /// every client sets out from the global value of the round before.
    void checkPaths(Path csv, int parameter) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        int globals = 0;
        int starts = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int round = Integer.parseInt(cells[0]);
            if (cells[1].equals("global")) {
                globals++;
                assertThat(cells[3]).isEqualTo(cell(parameters.get(round)[parameter]));
            } else if (cells[2].equals("0")) {
                starts++;
                assertThat(cells[3]).isEqualTo(cell(parameters.get(round - 1)[parameter]));
            }
        }
        assertThat(globals).isPositive();
        assertThat(starts).isPositive();
    }
}
