package org.fedarium.ui.shell;

import org.fedarium.chart.ChartKind;
import org.fedarium.chart.ChartOptions;
import org.fedarium.chart.ChartTable;
import org.fedarium.chart.RunCharts;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.RunSetup;
import org.fedarium.lab.BatchRun;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.scene.GanttPainter;
import org.fedarium.scene.RecordingSurface;
import org.fedarium.scene.StagePainter;
import org.fedarium.scene.StageView;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.support.SampleFiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An experiment computed once more without a window, to compare with what a window shows after a
/// jump.
final class FreshRun implements AutoCloseable {
    private final BatchRun run;
    private final List<long[]> parameters = new ArrayList<>();

    FreshRun(Experiment experiment) {
        RunSetup setup = new RunSetup(experiment, new SampleFiles());
        run = new BatchRun(setup, Runnable::run, 1, () -> false);
        run.run((step, model, models) -> parameters.add(bits(model)));
    }

    Timeline timeline() {
        return run.timeline();
    }

    static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    long[] parameterBits(int round) {
        return parameters.get(round);
    }

    long[][] stepBits(int round, int parameter) {
        return bits(run.trace(round, parameter));
    }

    static long[][] bits(LocalTrace trace) {
        return Arrays.stream(trace.value()).map(FreshRun::bits).toArray(long[][]::new);
    }

    /// The curves of losses, every round up to the playhead.
    ChartTable losses(Playhead at) {
        return table(ChartKind.LOSS, at);
    }

    ChartTable metric(Playhead at) {
        return table(ChartKind.METRIC, at);
    }

    private ChartTable table(ChartKind kind, Playhead at) {
        ChartOptions options = ChartOptions.of(timeline().info());
        return new RunCharts(timeline()).table(kind, at, options, List.of());
    }

    /// Every drawing call of the stage and of the time-line, and what is said of every client.
    static String painted(StageView view) {
        RecordingSurface surface = new RecordingSurface();
        StagePainter painter = new StagePainter();
        painter.paint(surface, view);
        GanttPainter.paint(surface, view);
        StringBuilder all = new StringBuilder(surface.toString()).append(painter.narration(view));
        for (int k = 0; k < view.clients(); k++) {
            all.append('\n').append(painter.facts(view, k).sentence());
        }
        return all.toString();
    }

    /// The same of this run at the place of another view.
    String paintedLike(StageView shown) {
        return painted(
                new StageView(
                        timeline(),
                        shown.playhead(),
                        shown.theme(),
                        shown.texts(),
                        shown.width(),
                        shown.height(),
                        shown.hovered(),
                        shown.selected(),
                        shown.trace(),
                        shown.reducedMotion(),
                        shown.presenter(),
                        shown.blinkFree(),
                        shown.chosen(),
                        shown.legendRight()));
    }

    @Override
    public void close() {
        run.close();
    }
}
