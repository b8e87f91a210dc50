package org.fedarium.algorithm;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.Values;
import org.fedarium.math.NamedVectors;
import org.fedarium.math.Randomness;
import org.fedarium.math.Vectors;
import org.fedarium.model.Model;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// A federated algorithm: what clients do, what they send, and the server's step. The defaults are
/// FedAvg; an algorithm overrides only what it changes. Implementations hold no state of a run.
public interface FederatedAlgorithm extends Described {

    /// Names of the vectors a client sends; the first is the change of the model. All have the
    /// model's size.
    default List<String> sent(Values values) {
        return List.of("model");
    }

    /// Names of the numbers a client sends besides its example count. The server gets their mean,
    /// weighted as the updates are.
    default List<String> sentScalars(Values values) {
        return List.of();
    }

    /// Names of the vectors the server sends besides the model; each is one of the server's state.
    default List<String> broadcast(Values values) {
        return List.of();
    }

    /// Names of the server's lasting vectors, zero at the start.
    default List<String> serverState(Values values) {
        return List.of();
    }

    /// Names of each client's lasting vectors, zero at the start.
    default List<String> clientState(Values values) {
        return List.of();
    }

    /// Fills the server's lasting vectors before the first round; they are zero when it is called.
    default void initialiseServer(
            NamedVectors server, Model model, double[] start, Values values, Randomness random) {}

    /// Fills a client's lasting vectors before the first round; they are zero when it is called.
    default void initialiseClient(NamedVectors client, double[] start, Values values) {}

    /// The local work that the settings ask for, after the algorithm's own restrictions.
    default Training localWork(Training training, Values values) {
        return training;
    }

    /// Trains and fills `context.update()`; returns the number of local steps.
    default int localUpdate(LocalContext context) {
        return context.train(null);
    }

    /// Moves the global model: x <- x + eta_g Delta.
    default void serverUpdate(ServerContext context) {
        NamedVectors aggregate = context.aggregate();
        Vectors.add(context.model(), context.training().serverLearningRate(), aggregate.get(0));
    }

    /// The one aggregation that the rule is defined with, such as `uniform-mean`; null when any
    /// will
    /// do.
    default @Nullable String aggregation() {
        return null;
    }

    /// Why the algorithm makes no sense with a local optimiser, or null when it does.
    default @Nullable Note objectionTo(Optimizer optimizer) {
        return null;
    }

    /// The formulas of what it changes, shown while a run is watched.
    default Formulation formulas(Values values) {
        return Formulation.FEDAVG;
    }

    /// True when every client ends up with a model of its own.
    default boolean personalises() {
        return false;
    }

    /// Writes a client's own model into `context.out()`; called only when the algorithm
    /// personalises.
    default void personalModel(PersonalContext context) {
        System.arraycopy(context.global(), 0, context.out(), 0, context.out().length);
    }

    /// How many vectors really travel when a client sends; fewer than `sent` when some of them are
    /// known to be zero.
    default int vectorsOnTheWire(Values values) {
        return sent(values).size();
    }

    /// Which of a client's vectors holds the change of the model that it trained.
    ///
    /// @param scalars the numbers that it sent
    default int mainVector(double[] scalars) {
        return 0;
    }

    /// What a client's first vector is multiplied by to give the change of its model; NaN when it
    /// cannot be told from what was sent.
    ///
    /// @param scalars the numbers that it sent
    default double toChange(double[] scalars) {
        return 1;
    }

    /// How many entries of each vector travel, in both directions: the first ones. The others are
    /// the client's own affair.
    default int entriesOnTheWire(Model model, Values values) {
        return model.layout().size();
    }
}
