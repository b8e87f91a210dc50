package org.fedarium.scene;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.simulation.AggregationTrace;
import org.jspecify.annotations.Nullable;

/// Everything the panel with the arithmetic of an aggregation depends on.
///
/// @param stage  the stage's view at the same moment; its size is not used
/// @param trace  of [#round], once it is recomputed
/// @param failed true when it could not be recomputed
/// @param width  pixels
/// @param height pixels
/// @param scroll how far the rows are moved up, from 0 to what [ArithmeticPainter#hidden] says
public record ArithmeticView(
        StageView stage,
        @Nullable AggregationTrace trace,
        boolean failed,
        double width,
        double height,
        double scroll) {

    public ArithmeticView(
            StageView stage,
            @Nullable AggregationTrace trace,
            double width,
            double height,
            double scroll) {
        this(stage, trace, false, width, height, scroll);
    }

    // So many rows are made to fit where they can; type is not made small for more.
    private static final int MOST_FITTED = 12;
    private static final int FOOT_LINES = 5;

    /// The round whose aggregation is shown: the one under the playhead from its upload on, before
    /// that the last one. 0 when there was none yet.
    public static int round(Playhead playhead) {
        boolean begun = playhead.phase().ordinal() >= Phase.UPLOAD.ordinal();
        return begun ? playhead.round() : playhead.round() - 1;
    }

    int round() {
        return round(stage.playhead());
    }

    /// The trace when it belongs to the round.
    @Nullable AggregationTrace current() {
        return trace != null && trace.step() == round() ? trace : null;
    }

    /// True while updates are still on their way, so that nothing can be combined.
    boolean arriving() {
        return stage.playhead().phase() == Phase.UPLOAD;
    }

    /// The same moment of the round that is shown.
    StageView settled() {
        Playhead at =
                round() == stage.playhead().round() ? stage.playhead() : Playhead.endOf(round());
        return StageView.of(stage.timeline(), at, stage.theme(), stage.texts(), 680, 566)
                .withPointer(stage.hovered(), stage.selected());
    }

    /// Size of type relative to a panel on an ordinary screen.
    double type() {
        int rows = trace == null ? MOST_FITTED : Math.min(trace.members().size(), MOST_FITTED);
        double needed = ArithmeticPainter.height(rows, FOOT_LINES);
        double roomy = Math.clamp(Math.min(width / 620, height / needed), 1, 1.6);
        return stage.presenter() ? Math.max(1.25, roomy) : roomy;
    }

    String text(String key, Object... arguments) {
        return stage.texts().get("arithmetic." + key, arguments);
    }
}
