package org.fedarium.ui.plot;

import org.fedarium.chart.ChartData;
import org.fedarium.chart.ChartKind;
import org.fedarium.chart.ChartOptions;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.ChartTable;
import org.fedarium.chart.ChartWords;
import org.fedarium.chart.RunCharts;
import org.fedarium.export.ChartExport;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// The chart of a tile and when it must be drawn anew: when something on it changed, at most ten
/// times a second while the playhead moves. Lines that move are drawn every frame, on the overlay.
final class TileChart {
    /// Shortest time between two redraws of one chart.
    static final long INTERVAL_NANOS = 100_000_000L;

    private final ChartHost host;
    private final Texts texts;
    private ChartKind kind;
    private @Nullable PlotFrame frame;
    private List<Object> drawn = List.of();
    private List<Object> drawnLive = List.of();
    private boolean current;
    private long drawnAt = Long.MIN_VALUE / 2;

    TileChart(ChartKind kind, ChartHost host, Texts texts) {
        this.kind = kind;
        this.host = host;
        this.texts = texts;
    }

    void choose(ChartKind next) {
        kind = next;
    }

    ChartKind kind() {
        return kind;
    }

    /// One frame; returns true when the chart was redrawn, which is the expensive case.
    ///
    /// @param mayDraw false to put a redraw off to the next frame
    /// @param still   true when the playhead stands, so that nothing comes after this redraw soon
    boolean show(PlotFrame next, long now, boolean mayDraw, boolean still) {
        frame = next;
        boolean redrawn = false;
        current = true;
        if (host.getWidth() > 0 && host.isVisible()) {
            List<Object> key = key(next);
            boolean due = mayDraw && (still || now - drawnAt >= INTERVAL_NANOS);
            if (due && !key.equals(drawn)) {
                RunInfo info = next.charts().timeline().info();
                host.setHeading((shown, x) -> ChartWords.heading(texts, info, shown, x));
                host.show(data(next), next.style());
                drawn = key;
                drawnLive = liveKey(next);
                drawnAt = now;
                redrawn = true;
            } else if (kind == ChartKind.PATHS && !liveKey(next).equals(drawnLive)) {
                host.showLive(data(next));
                drawnLive = liveKey(next);
            }
            current = key.equals(drawn);
        }
        host.pulse();
        return redrawn;
    }

    /// True when what is on the screen belongs to the frame shown last.
    boolean isCurrent() {
        return current;
    }

    private ChartData data(PlotFrame f) {
        int columns = (int) Math.max(100, host.getWidth());
        ChartOptions options = f.options().withColumns(columns);
        return f.charts().data(kind, f.playhead(), options, f.traces(), texts);
    }

    /// What the still part of the chart depends on.
    private List<Object> key(PlotFrame f) {
        Timeline timeline = f.charts().timeline();
        Object moment =
                kind == ChartKind.PATHS
                        ? List.of(f.playhead().round(), f.playhead().globalVersion())
                        : (Object) f.playhead().shownRound();
        return Arrays.asList(
                new Same(f.charts()),
                kind,
                moment,
                kind.usesTraces() ? f.traces().stream().map(Same::new).toList() : 0,
                new Same(timeline.references()),
                f.options(),
                f.style(),
                (int) host.getWidth(),
                (int) host.getHeight());
    }

    private List<Object> liveKey(PlotFrame f) {
        Playhead p = f.playhead();
        boolean moving = p.phase() == Phase.TRAIN || p.phase() == Phase.AGGREGATE;
        return Arrays.asList(key(f), p.phase(), moving ? p.fraction() : 0, p.fraction() > 0);
    }

    /// Equality by identity, for values that are large and immutable.
    private record Same(@Nullable Object value) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.value == value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }

    /// The chart as it stands, for a file; null before the first frame.
    @Nullable ChartExport export() {
        PlotFrame f = frame;
        if (f == null) {
            return null;
        }
        RunCharts own = new RunCharts(f.charts().timeline());
        ChartOptions options = f.options().withColumns(ChartExport.WIDTH * 2);
        ChartStyle style = ChartStyle.forExport(f.style().theme(), texts.locale());
        return ChartExport.of(
                own.data(kind, f.playhead(), options, f.traces(), texts), table(), style);
    }

    /// The numbers behind the chart as it stands.
    ChartTable table() {
        PlotFrame f = frame;
        return f == null
                ? new ChartTable(List.of(), List.of())
                : f.charts().table(kind, f.playhead(), f.options(), f.traces());
    }
}
