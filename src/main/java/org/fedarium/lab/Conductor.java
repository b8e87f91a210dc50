package org.fedarium.lab;

import org.fedarium.experiment.Experiment;
import org.fedarium.simulation.AggregationTrace;
import org.fedarium.simulation.LocalTrace;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Owns the simulation's threads. All methods return at once and may be called from any thread;
/// results appear in [#state()], which the window polls once per frame.
public interface Conductor extends AutoCloseable {
    LabState state();

    /// Starts a run from its beginning; the previous one is abandoned within a second.
    void open(Experiment experiment);

    /// Computes at least up to this round (bounded by the experiment's rounds), then waits.
    void computeTo(int round);

    /// Computes all rounds of the experiment.
    void computeAll();

    /// Changes settings from the round after `afterRound` on. Rounds computed beyond it stay as a
    /// ghost when `seenRound` is beyond, else they are dropped. Settings that cannot change mid-run
    /// are refused in [LabState#problem()].
    void change(int afterRound, int seenRound, Map<String, Object> set);

    /// Keeps the run as a branch and goes on beside it from the round after `afterRound`: a later
    /// [#change] concerns the new branch alone. Refused in [LabState#problem()] when there are too
    /// many branches.
    void fork(int afterRound);

    /// Goes on with another branch of [Timeline#branches()].
    void show(long runId);

    /// The local steps of a round for one parameter, recomputed; the future fails with
    /// CancellationException when the timeline is not the one on show, or is replaced meanwhile.
    CompletableFuture<LocalTrace> trace(Timeline of, int round, int parameter);

    /// How one parameter of the global model came about in a round, recomputed; fails likewise.
    CompletableFuture<AggregationTrace> explain(Timeline of, int round, int parameter);

    /// The global parameters after a round, exact, recomputed from the nearest snapshot; fails
    /// likewise.
    CompletableFuture<double[]> parameters(Timeline of, int round);

    /// Brings a computed round of the timeline on show back into memory, if it is not at hand
    /// ([Timeline#isAtHand]). A later call takes the place of one that has not begun.
    void fetch(int round);

    /// Anything else about a timeline, computed on the thread of details; fails likewise.
    <T> CompletableFuture<T> ask(Timeline of, Question<T> question);

    @Override
    void close();
}
