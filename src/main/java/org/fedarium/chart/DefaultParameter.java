package org.fedarium.chart;

import org.fedarium.lab.Timeline;

/// Which parameter's paths are shown until a person chooses: the one that moved most in the first
/// round. Later rounds have no say, so the choice never changes while a run goes on.
public final class DefaultParameter {
    private DefaultParameter() {}

    /// Its index, or -1 while the first round is not known.
    public static int of(Timeline timeline) {
        if (timeline.lastRound() < 1) {
            return -1;
        }
        double[] before = timeline.parameters(0);
        double[] after = timeline.parameters(1);
        if (before == null || after == null) {
            return -1;
        }
        int most = 0;
        double largest = -1;
        for (int i = 0; i < before.length; i++) {
            double moved = Math.abs(after[i] - before[i]);
            if (moved > largest) {
                largest = moved;
                most = i;
            }
        }
        return most;
    }
}
