package org.fedarium.ui.support;

import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Conductor;
import org.fedarium.lab.LabState;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The window's side of the conductor: what was asked of it and has not happened yet. Commands are
/// carried out on another thread, so for a while the old results are still there and must not be
/// played.
final class RunControl {
    private static final int AHEAD_PLAYING = 64;
    private static final int AHEAD_PAUSED = 2;
    private static final int AHEAD_FIRST = 4;
    private static final int AHEAD_GROWTH = 12;
    // Half a block of records: fetched before the playhead comes there.
    private static final int NEAR = 32;
    private static final long NEVER = Long.MIN_VALUE;
    private static final int ALL = Integer.MAX_VALUE;

    private final Conductor conductor;
    private Experiment experiment = Experiment.defaults();
    private LabState state;
    private long abandonedRun = NEVER;
    private @Nullable Timeline beforeChange;
    private List<Timeline.Mark> marksBefore = List.of();
    private int furthest;
    private int requested;

    RunControl(Conductor conductor) {
        this.conductor = conductor;
        state = conductor.state();
    }

    void open(Experiment next) {
        Timeline old = conductor.state().timeline();
        if (old != null) {
            abandonedRun = old.runId();
        }
        experiment = next;
        beforeChange = null;
        furthest = 0;
        requested = 0;
        conductor.open(next);
    }

    /// The run that was asked for, with its changes.
    Experiment experiment() {
        return experiment;
    }

    LabState poll() {
        state = conductor.state();
        Timeline timeline = state.timeline();
        if (state.problem() != null && beforeChange != null && timeline != null) {
            experiment = timeline.info().experiment();
            beforeChange = null;
        }
        if (beforeChange != null && (timeline != beforeChange || hasOtherMarks(timeline))) {
            beforeChange = null;
            requested = 0;
        }
        return state;
    }

    private boolean hasOtherMarks(Timeline timeline) {
        return !timeline.marks().equals(marksBefore);
    }

    /// True when the run that was asked for has a timeline.
    boolean isBuilt() {
        Timeline timeline = state.timeline();
        return timeline != null && timeline.runId() != abandonedRun;
    }

    /// The last round that may be shown now.
    int reachableRound(Playhead at) {
        Timeline timeline = state.timeline();
        if (timeline == null || !isBuilt()) {
            return 0;
        }
        return beforeChange != null
                ? Math.min(at.round(), timeline.lastRound())
                : Math.max(0, timeline.lastRound());
    }

    int rounds() {
        return experiment.at(ALL).rounds();
    }

    /// The round at which the run ends, early when it diverged or used up its privacy budget.
    int lastPossibleRound() {
        if (earlyEnd() != null) {
            return Math.min(rounds(), reachableRound(Playhead.START));
        }
        return rounds();
    }

    /// Why the run that was asked for ended before its last round, or null.
    LabState.@Nullable EarlyEnd earlyEnd() {
        return isBuilt() ? state.end() : null;
    }

    /// Local steps of the client that takes most in a round; 0 where that is not known.
    int mostSteps(int round) {
        Timeline timeline = state.timeline();
        boolean known =
                timeline != null
                        && round >= 1
                        && round <= timeline.lastRound()
                        && timeline.isAtHand(round);
        return known ? timeline.step(round).reports().mostSteps() : 0;
    }

    void shown(Playhead at) {
        furthest = Math.max(furthest, at.round());
    }

    /// Few rounds at first: computing them all at once would take the processor from the first
    /// frames.
    private static int ahead(Playhead at) {
        return Math.min(AHEAD_PLAYING, AHEAD_FIRST + AHEAD_GROWTH * at.round());
    }

    void computeAhead(Playhead at, boolean playing) {
        if (!isBuilt() || beforeChange != null) {
            return;
        }
        long wanted = (long) at.round() + (playing ? ahead(at) : AHEAD_PAUSED);
        int target = (int) Math.min(rounds(), wanted);
        if (target > requested) {
            requested = target;
            conductor.computeTo(target);
        }
    }

    /// Whether all that is drawn at a playhead is in memory; if not, it is asked for, and what lies
    /// near before the playhead comes there.
    boolean isAtHand(Playhead at) {
        Timeline timeline = state.timeline();
        if (timeline == null || timeline.lastRound() < 0) {
            return true;
        }
        int last = timeline.lastRound();
        int round = Math.min(at.round(), last);
        if (!timeline.isAtHand(round)) {
            conductor.fetch(round);
            return false;
        }
        int before = Math.max(0, round - NEAR);
        int after = Math.min(last, round + NEAR);
        if (!timeline.isAtHand(after)) {
            conductor.fetch(after);
        } else if (!timeline.isAtHand(before)) {
            conductor.fetch(before);
        }
        return true;
    }

    /// Sends what may change while the run goes on, from the round after the playhead's.
    ///
    /// @return true when some edits need a restart
    boolean change(Playhead at, Experiment edited) {
        SettingsDiff diff = SettingsDiff.between(experiment.at(at.round() + 1), edited);
        boolean over = at.round() >= Math.min(edited.rounds(), endOfRun());
        if (over) {
            return !diff.isEmpty();
        }
        if (!diff.live().isEmpty()) {
            experiment = experiment.changedAfter(at.round(), diff.live());
            awaitAnother();
            conductor.change(at.round(), furthest, diff.live());
            furthest = at.round();
        }
        return !diff.restart().isEmpty();
    }

    /// A budget leaves the run open: with a larger one, or more noise, it goes on.
    /// Keeps the run as a branch and goes on beside it from the round after the playhead's.
    void fork(Playhead at) {
        if (isBuilt() && beforeChange == null) {
            awaitAnother();
            conductor.fork(at.round());
            furthest = at.round();
        }
    }

    /// Goes on with another branch.
    void show(Timeline branch) {
        if (isBuilt() && beforeChange == null) {
            awaitAnother();
            experiment = branch.info().experiment();
            conductor.show(branch.runId());
            furthest = branch.lastRound();
        }
    }

    private void awaitAnother() {
        beforeChange = state.timeline();
        marksBefore = beforeChange == null ? List.of() : List.copyOf(beforeChange.marks());
    }

    private int endOfRun() {
        LabState.EarlyEnd end = state.end();
        return end == null || end.isPlanned() ? ALL : lastPossibleRound();
    }
}
