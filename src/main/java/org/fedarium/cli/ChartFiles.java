package org.fedarium.cli;

import org.fedarium.chart.ChartKind;
import org.fedarium.chart.ChartOptions;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.RunCharts;
import org.fedarium.export.ChartExport;
import org.fedarium.export.ExportFormat;
import org.fedarium.lab.BatchRun;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The charts of a whole run as pictures: the same ones that the window shows at its last round.
final class ChartFiles {
    private static final double PNG_SCALE = 2;
    private static final List<ExportFormat> FORMATS =
            List.of(ExportFormat.PNG, ExportFormat.SVG, ExportFormat.PDF);

    private ChartFiles() {}

    /// Writes every chart that fits the run in every format; returns the files' names.
    static List<String> write(BatchRun run, Path folder) {
        Timeline timeline = run.timeline();
        Playhead end = Playhead.endOf(timeline.lastRound());
        RunCharts charts = new RunCharts(timeline);
        int parameter = mostMoved(timeline);
        ChartOptions options = ChartOptions.of(timeline.info()).withParameter(parameter);
        List<@Nullable LocalTrace> traces = new ArrayList<>();
        Set<Integer> rounds = new TreeSet<>(RunCharts.roundsOfParameter(end));
        rounds.addAll(RunCharts.roundsOfPaths(end, timeline.info().experiment().rounds()));
        for (int round : rounds) {
            traces.add(run.trace(round, parameter));
        }
        Texts texts = new Texts(Locale.ENGLISH);
        ChartStyle style = ChartStyle.forExport(Theme.LIGHT, Locale.ENGLISH);
        List<String> files = new ArrayList<>();
        for (ChartKind kind : ChartKind.values()) {
            if (!RunCharts.fits(kind, timeline.info())) {
                continue;
            }
            ChartExport export =
                    ChartExport.of(
                            charts.data(kind, end, options, traces, texts),
                            charts.table(kind, end, options, traces),
                            style);
            for (ExportFormat format : FORMATS) {
                String file = export.id() + "." + format.extension();
                export.write(format, PNG_SCALE, folder.resolve(file));
                files.add(file);
            }
        }
        return files;
    }

    /// The parameter that training changed most: the first one is often a pixel that is never lit.
    private static int mostMoved(Timeline timeline) {
        double[] first = timeline.parameters(0);
        double[] last = timeline.parameters(timeline.lastRound());
        int most = 0;
        if (first == null || last == null) {
            return most;
        }
        for (int i = 1; i < first.length; i++) {
            if (Math.abs(last[i] - first[i]) > Math.abs(last[most] - first[most])) {
                most = i;
            }
        }
        return most;
    }
}
