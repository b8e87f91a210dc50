package org.fedarium.lab;

import org.fedarium.privacy.Statement;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The results of one run so far. Rounds are appended by the conductor's thread and read by any
/// thread; what was read never changes. Views ask it for the round under their playhead and for
/// nothing beyond.
public interface Timeline {
    /// So many rounds before the playhead's are looked at by those who draw it.
    int LOOK_BACK = 12;

    /// Increases with every opened run; a result with another id is late and must be dropped.
    long runId();

    RunInfo info();

    /// The last computed round; -1 before the initial model was evaluated.
    int lastRound();

    /// A computed round, 0 <= round <= lastRound(). May read a file unless the round
    /// [#isAtHand].
    StepRecord step(int round);

    /// Whether a computed round and the [#LOOK_BACK] rounds before it are in memory. Whoever must
    /// not wait for a file asks first, and meanwhile calls [Conductor#fetch]. Everything else here
    /// is in memory for all rounds.
    default boolean isAtHand(int round) {
        return true;
    }

    /// Metric number `index` after a round, without building the whole record.
    double metric(int round, int index);

    /// Mean training loss of a client after its local update in a round; NaN when it took no part.
    double clientLoss(int round, int client);

    /// The losses of all members of a computed round.
    default ClientLosses losses(int round) {
        return ClientLosses.of(step(round).reports());
    }

    /// Sums of a computed round. This version reads all steps up to it, which is only good for
    /// short runs.
    default StepTotals totals(int round) {
        StepTotals sums = StepTotals.of(step(0), null);
        for (int r = 1; r <= round; r++) {
            sums = StepTotals.of(step(r), sums);
        }
        return sums;
    }

    /// The global parameters after a round when they are at hand, else null: then ask the
    /// conductor.
    double @Nullable [] parameters(int round);

    /// What may be said about privacy after a round, 0 <= round <= lastRound(); null as long as
    /// nothing has protected the run.
    default @Nullable Statement statement(int round) {
        return null;
    }

    /// Changes of settings, in order of rounds.
    List<Mark> marks();

    /// Reference curves once they are computed.
    @Nullable ReferenceCurves references();

    /// The earlier branch that a change cut off, drawn as a ghost; null when there is none. Only
    /// its rounds after [Ghost#fromRound()] differ from this timeline.
    @Nullable Ghost ghost();

    /// All branches of the run when it was forked, this one included, in the order in which they
    /// began; empty when it was not.
    default List<Branch> branches() {
        return List.of();
    }

    /// One branch of a forked run.
    ///
    /// @param letter   `A` for the first, `B`, ...
    /// @param current  true for the timeline that was asked
    /// @param shared   last round that it has in common with the timeline that was asked
    record Branch(String letter, Timeline timeline, boolean current, int shared) {}

    /// A point on the scrubber and on every chart.
    ///
    /// @param afterRound the last round with the old settings
    /// @param paths      the settings that changed
    /// @param before     old values, as text, in the order of paths
    /// @param after      new values, as text
    record Mark(int afterRound, List<String> paths, List<String> before, List<String> after) {}

    /// Rounds that had been shown and were then given up for a change.
    record Ghost(int fromRound, Timeline timeline, int lastRound) {}
}
