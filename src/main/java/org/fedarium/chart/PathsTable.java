package org.fedarium.chart;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The table of the paths: a row per local step that has been shown, and per global value.
final class PathsTable {
    private PathsTable() {}

    static ChartTable of(
            Timeline timeline,
            ChartOptions options,
            List<@Nullable LocalTrace> traces,
            Playhead playhead) {
        PathsValues values = new PathsValues(timeline, options.parameter(), traces);
        String parameter = timeline.info().layout().nameOf(options.parameter());
        int rounds = timeline.info().experiment().rounds();
        int first = PathsChart.firstRound(playhead, rounds);
        List<List<Object>> rows = new ArrayList<>();
        for (int round = first; round <= playhead.round(); round++) {
            LocalTrace trace = round > first ? values.trace(round) : null;
            if (trace != null) {
                double walked = round < playhead.round() ? 1 : playhead.progress(Phase.TRAIN);
                addSteps(timeline, trace, walked, rows);
            }
            double global =
                    round <= playhead.globalVersion()
                            ? values.global(round, playhead.globalVersion())
                            : Double.NaN;
            if (!Double.isNaN(global)) {
                rows.add(List.of(round, "global", "", global));
            }
        }
        return new ChartTable(List.of("round", "model", "step", parameter), rows);
    }

    private static void addSteps(
            Timeline timeline, LocalTrace trace, double walked, List<List<Object>> rows) {
        for (int slot = 0; slot < trace.client().length; slot++) {
            double[] value = trace.value()[slot];
            String name = timeline.info().clients().get(trace.client()[slot]);
            int done = (int) Math.floor(walked * (value.length - 1));
            for (int i = 0; i <= done && walked > 0; i++) {
                rows.add(List.of(trace.round(), name, i, value[i]));
            }
        }
    }
}
