package org.fedarium.ui.plot;

import org.fedarium.chart.ChartKind;
import org.fedarium.chart.RunCharts;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.scene.ClassPair;
import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;

/// One way of looking that a plot offers: a chart over steps, or a picture or table of one moment.
///
/// @param id      unique among all faces; used in bundle keys and node ids
/// @param chart   the chart, or null for a picture
/// @param maker   makes the picture; never asked for others
/// @param table   true for the table of clients
/// @param fits    whether there is anything to see in a run
record Face(
        String id, @Nullable ChartKind chart, Maker maker, boolean table, Predicate<RunInfo> fits) {

    /// Makes a picture of a moment.
    @FunctionalInterface
    interface Maker {
        /// Null while what it needs is being computed.
        @Nullable Picture make(Pictures from, Moment moment);
    }

    /// What pictures are made of.
    ///
    /// @param selected the selected client, or -1
    /// @param hovered  the client under the pointer, or -1
    /// @param hoveredClass the classes under the pointer
    record Moment(
            Timeline timeline, Playhead at, int selected, int hovered, ClassPair hoveredClass) {
        RunInfo info() {
            return timeline.info();
        }
    }

    static Face chart(String id, ChartKind kind) {
        return new Face(
                id, kind, (from, moment) -> null, false, info -> RunCharts.fits(kind, info));
    }

    static Face picture(String id, Maker maker, Predicate<RunInfo> fits) {
        return new Face(id, null, maker, false, fits);
    }

    static Face table(String id) {
        return new Face(id, null, (from, moment) -> null, true, info -> true);
    }

    /// Lines over rounds or steps: every chart does.
    boolean drawsLines() {
        return chart != null;
    }

    boolean isPicture() {
        return chart == null && !table;
    }
}
