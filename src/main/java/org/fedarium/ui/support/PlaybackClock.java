package org.fedarium.ui.support;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;

import java.util.function.IntUnaryOperator;

/// How a playhead moves: by time, by phase, by round, by hand. Pure functions; what has not been
/// computed cannot be reached.
public final class PlaybackClock {
    public static final double SLOWEST = 0.25;
    public static final double FASTEST = 16;

    /// At this speed and below, training is shown one local step at a time.
    public static final double SLOW_MOTION = 0.25;

    /// The speed that shows no animation: from round to round as fast as results are there.
    public static final double NO_ANIMATION = Double.POSITIVE_INFINITY;

    // A fraction k/n times n may miss k by a little.
    private static final double ROUNDING = 1e-9;

    // When results are far ahead, catch up over about this many frames instead of at once.
    private static final int CATCH_UP_FRAMES = 8;

    private PlaybackClock() {}

    /// The playhead after `millis` of real time. Waits at the end of the last computed round.
    public static Playhead advance(Playhead at, double millis, double speed, int lastRound) {
        if (at.position() >= lastRound || millis <= 0) {
            return at;
        }
        if (Double.isInfinite(speed)) {
            int gap = lastRound - at.shownRound();
            int rounds = Math.max(1, (gap + CATCH_UP_FRAMES - 1) / CATCH_UP_FRAMES);
            return Playhead.endOf(Math.min(lastRound, at.shownRound() + rounds));
        }
        return at(Math.min(lastRound, at.position() + millis * speed / Phase.ROUND_MILLIS));
    }

    /// The playhead at a position on the axis of rounds; the inverse of [Playhead#position()].
    public static Playhead at(double position) {
        if (!(position > 0)) {
            return Playhead.START;
        }
        int round = (int) Math.ceil(position);
        double millis = (position - (round - 1)) * Phase.ROUND_MILLIS;
        for (Phase phase : Phase.values()) {
            if (millis <= phase.millis() || phase == Phase.EVALUATE) {
                return new Playhead(round, phase, Math.min(1, millis / phase.millis()));
            }
            millis -= phase.millis();
        }
        throw new AssertionError("a round has phases");
    }

    /// Without a server nobody is chosen by it or gets a model from it.
    public static boolean isSkipped(Phase phase, Rhythm rhythm) {
        return rhythm == Rhythm.MIXING && phase.ordinal() < Phase.TRAIN.ordinal();
    }

    /// A playhead in a phase that the run has.
    public static Playhead shown(Playhead at, Rhythm rhythm) {
        return isSkipped(at.phase(), rhythm) ? new Playhead(at.round(), Phase.TRAIN, 0) : at;
    }

    /// The end of the phase going on, or of the next one when it is over.
    public static Playhead nextPhase(Playhead at, int rounds) {
        if (at.fraction() < 1) {
            return new Playhead(at.round(), at.phase(), 1);
        }
        if (at.phase() != Phase.EVALUATE) {
            return new Playhead(at.round(), Phase.values()[at.phase().ordinal() + 1], 1);
        }
        return at.round() < rounds ? new Playhead(at.round() + 1, Phase.SELECT, 1) : at;
    }

    /// The end of the phase before the one going on.
    public static Playhead previousPhase(Playhead at) {
        if (at.round() == 0) {
            return at;
        }
        return at.phase() == Phase.SELECT
                ? Playhead.endOf(at.round() - 1)
                : new Playhead(at.round(), Phase.values()[at.phase().ordinal() - 1], 1);
    }

    /// The same, past the phases that the run does not have.
    static Playhead nextPhase(Playhead at, int rounds, Rhythm rhythm) {
        Playhead next = nextPhase(at, rounds);
        return isSkipped(next.phase(), rhythm) ? new Playhead(next.round(), Phase.TRAIN, 1) : next;
    }

    /// The same, past the phases that the run does not have.
    static Playhead previousPhase(Playhead at, Rhythm rhythm) {
        Playhead before = previousPhase(at);
        return isSkipped(before.phase(), rhythm) ? Playhead.endOf(before.round() - 1) : before;
    }

    /// The end of the next local step while clients train, else the end of a phase as
    /// [#nextPhase]. Training begins with its first step.
    ///
    /// @param steps local steps of the client that takes most, by round; 0 where there are none
    static Playhead nextLocal(Playhead at, int rounds, Rhythm rhythm, IntUnaryOperator steps) {
        if (at.phase() == Phase.TRAIN && at.fraction() < 1) {
            return step(at.round(), 1, at.fraction(), steps.applyAsInt(at.round()));
        }
        Playhead next = nextPhase(at, rounds, rhythm);
        boolean begins = next.phase() == Phase.TRAIN && next.round() <= rounds;
        return begins ? step(next.round(), 1, 0, steps.applyAsInt(next.round())) : next;
    }

    /// Back to where [#nextLocal] would have come from.
    static Playhead previousLocal(Playhead at, Rhythm rhythm, IntUnaryOperator steps) {
        int count = at.phase() == Phase.TRAIN ? steps.applyAsInt(at.round()) : 0;
        return count > 1 && at.fraction() > (1 + ROUNDING) / count
                ? step(at.round(), -1, at.fraction(), count)
                : previousPhase(at, rhythm);
    }

    private static Playhead step(int round, int by, double fraction, int count) {
        double done = fraction * count;
        double next = by > 0 ? Math.floor(done + ROUNDING) + 1 : Math.ceil(done - ROUNDING) - 1;
        return new Playhead(round, Phase.TRAIN, count < 1 ? 1 : Math.clamp(next / count, 0, 1));
    }

    /// Held at the last local step that is over, in slow motion while clients train.
    static Playhead inSteps(Playhead at, double speed, IntUnaryOperator steps) {
        if (at.phase() != Phase.TRAIN || speed > SLOW_MOTION || at.fraction() >= 1) {
            return at;
        }
        int count = steps.applyAsInt(at.round());
        double done = Math.floor(at.fraction() * count + ROUNDING);
        return count < 1 ? at : new Playhead(at.round(), Phase.TRAIN, done / count);
    }

    /// The end of the round going on, or of the next one when it is over.
    public static Playhead nextRound(Playhead at, int rounds) {
        return Playhead.endOf(Math.min(rounds, at.shownRound() + 1));
    }

    /// The end of the round before the one going on.
    public static Playhead previousRound(Playhead at) {
        return Playhead.endOf(Math.max(0, at.round() - 1));
    }

    /// The end of a phase of the round going on; from the start, of round 1.
    public static Playhead toPhase(Playhead at, Phase phase) {
        return new Playhead(Math.max(1, at.round()), phase, 1);
    }

    /// A playhead that was asked for, held back to what has been computed.
    public static Playhead within(Playhead asked, int lastRound) {
        return asked.round() <= lastRound ? asked : Playhead.endOf(Math.max(0, lastRound));
    }

    /// Twice or half the speed, within the range; beyond the fastest comes [#NO_ANIMATION].
    public static double changeSpeed(double speed, boolean faster) {
        if (faster) {
            return speed >= FASTEST ? NO_ANIMATION : Math.min(FASTEST, speed * 2);
        }
        return Double.isInfinite(speed) ? FASTEST : Math.max(SLOWEST, speed / 2);
    }
}
