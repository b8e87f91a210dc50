package org.fedarium.lab;

/// A position in a timeline: which round is going on, in which phase, how far into it.
/// `(0, EVALUATE, 1)` is the start: the initial model has been evaluated, nothing else happened.
///
/// @param round    the round shown; 0 is the initial model
/// @param phase    the phase of that round
/// @param fraction how much of the phase has passed, in [0, 1]
public record Playhead(int round, Phase phase, double fraction) {

    public static final Playhead START = endOf(0);

    public Playhead {
        if (round < 0 || !(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("No such position: " + round + ", " + fraction);
        }
        if (round == 0 && (phase != Phase.EVALUATE || fraction != 1)) {
            throw new IllegalArgumentException("Round 0 has only its end");
        }
    }

    /// The moment at which the round is over and its results are on the charts.
    public static Playhead endOf(int round) {
        return new Playhead(round, Phase.EVALUATE, 1);
    }

    /// The last round whose results (metrics, client losses) may be shown.
    public int shownRound() {
        return phase == Phase.EVALUATE && fraction >= 1 ? round : Math.max(0, round - 1);
    }

    /// The version of the global model that the server holds at this moment.
    public int globalVersion() {
        boolean done = phase == Phase.EVALUATE || (phase == Phase.AGGREGATE && fraction >= 1);
        return done ? round : round - 1;
    }

    /// Position on a continuous axis of rounds: round - 1 at its beginning, round at its end.
    public double position() {
        if (round == 0) {
            return 0;
        }
        double before = 0;
        for (Phase p : Phase.values()) {
            if (p == phase) {
                break;
            }
            before += p.millis();
        }
        return round - 1 + (before + fraction * phase.millis()) / Phase.ROUND_MILLIS;
    }

    /// Progress of a phase at this moment: 0 before it, its fraction during it, 1 after it.
    public double progress(Phase asked) {
        int order = Integer.compare(asked.ordinal(), phase.ordinal());
        return order < 0 ? 1 : order > 0 ? 0 : fraction;
    }
}
