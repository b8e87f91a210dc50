package org.fedarium.algorithm;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.network.Graph;
import org.jspecify.annotations.Nullable;

/// Who waits for whom: the server for a cohort (rounds), nobody (versions), or neighbours for each
/// other (mixing, without a server). It says what a step of the run is.
public interface Coordination extends Described {

    /// What one step of a run is.
    enum Rhythm {
        /// A synchronous round: the server waits for its cohort.
        ROUNDS,
        /// A server version: the server has moved the model by one or several arrived updates.
        VERSIONS,
        /// A mixing step: clients have trained and averaged with neighbours; the global model is
        /// the mean of their models, which nobody holds.
        MIXING
    }

    Rhythm rhythm();

    /// Why an algorithm makes no sense with it, in one full sentence, or null when it does. Its
    /// code begins with `objection.`.
    ///
    /// @param values the algorithm's parameters
    default @Nullable Note objectionTo(FederatedAlgorithm algorithm, Values values) {
        return null;
    }

    /// The rules of a run in versions.
    default Buffering buffering(Values values) {
        throw new IllegalStateException(describe().id() + " is not asynchronous");
    }

    /// The rules of a run in mixing steps.
    default Mixing mixing(Values values) {
        throw new IllegalStateException(describe().id() + " has a server");
    }

    /// The graph of who may talk to whom.
    ///
    /// @param stream the run's GRAPH stream
    default Graph graph(int clients, Values values, RandomStream stream) {
        throw new IllegalStateException(describe().id() + " has a server");
    }

    /// How a server goes on without waiting.
    ///
    /// @param size       updates that make a version; at least 1
    /// @param afterFlush true when new clients start only after a version is made
    /// @param towards    true when the model moves towards the client's model, x + a (y - x), x the
    ///                   present model; false when the update y - x_old is added
    /// @param factor     what an update is multiplied by
    record Buffering(int size, boolean afterFlush, boolean towards, Staleness factor) {}

    /// The factor of an update that is some versions old.
    interface Staleness {
        /// @param versions server versions made between pull and arrival, at least 0
        double of(int versions);
    }

    /// @param adaptFirst true: train, then mix the trained models; false: mix the models of the
    ///                   last step and add the own change, computed before mixing
    /// @param pairs      0: every client mixes with all neighbours; else how many edges are drawn
    ///                   at random, whose ends average
    record Mixing(boolean adaptFirst, int pairs) {}
}
