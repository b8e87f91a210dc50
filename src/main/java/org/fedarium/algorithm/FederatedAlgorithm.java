package org.fedarium.algorithm;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;
import org.fedarium.math.NamedVectors;
import org.fedarium.math.Vectors;

import java.util.List;

/// A federated algorithm: what clients do, what they send, and the server's step. The defaults are
/// FedAvg; an algorithm overrides only what it changes.
public interface FederatedAlgorithm extends Described {

    /// Names of the vectors a client sends; the first is the change of the model. All have the
    /// model's size.
    default List<String> sent() {
        return List.of("model");
    }

    /// Names of the vectors the server sends besides the model.
    default List<String> broadcast() {
        return List.of();
    }

    /// Lasting state of the server, zero at the start.
    default List<String> serverState() {
        return List.of();
    }

    /// Lasting state of each client, zero at the start.
    default List<String> clientState() {
        return List.of();
    }

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
}
