package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.Values;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Why an algorithm does not go with a way of coordinating clients, from what it sends and keeps
/// rather than from its name, so that a new algorithm is judged too. `values` are the algorithm's.
final class Objections {
    private Objections() {}

    /// Updates of one server step may belong to several versions of the model. The server's own
    /// state (momentum, second moments) does no harm then. A personalising algorithm's client state
    /// is the client's affair; any other's corrects for the common model.
    static @Nullable Note acrossVersions(FederatedAlgorithm algorithm, Values values) {
        Descriptor name = algorithm.describe();
        List<String> others = besidesModel(algorithm, values);
        if (!others.isEmpty()) {
            return Note.of(
                    "objection.vectors",
                    "{0} also sends {1}, whose mean has a meaning only when all clients of a step"
                            + " have trained from the same version of the model.",
                    name,
                    words(others));
        }
        List<String> kept = algorithm.clientState(values);
        if (!kept.isEmpty() && !algorithm.personalises()) {
            return Note.of(
                    "objection.clientState",
                    "{0} keeps {1} at every client, which fits together only when all clients of a"
                            + " step have trained from the same version of the model.",
                    name,
                    words(kept));
        }
        List<String> scalars = algorithm.sentScalars(values);
        if (!scalars.isEmpty()) {
            return Note.of(
                    "objection.scalars",
                    "{0} scales the server's step by the mean of {1}, which says nothing about"
                            + " updates that count less for being stale.",
                    name,
                    words(scalars));
        }
        return null;
    }

    /// The server moves towards one client's model at a time: no step of its own, no mean.
    static @Nullable Note oneByOne(FederatedAlgorithm algorithm, Values values) {
        Note objection = acrossVersions(algorithm, values);
        if (objection != null) {
            return objection;
        }
        Descriptor name = algorithm.describe();
        List<String> kept = algorithm.serverState(values);
        if (!kept.isEmpty()) {
            return Note.of(
                    "objection.serverStep",
                    "{0} makes the server's step from {1}, but here the model moves straight"
                            + " towards the client's model, without such a step.",
                    name,
                    words(kept));
        }
        return algorithm.aggregation() == null
                ? null
                : Note.of(
                        "objection.oneByOne",
                        "{0} is defined by a mean over several clients, but here they arrive one by"
                                + " one.",
                        name);
    }

    /// Clients have only their own models and their neighbours'. Personalising algorithms relate a
    /// client's own model to the one global model, which nobody holds here.
    static @Nullable Note withoutServer(FederatedAlgorithm algorithm, Values values) {
        Descriptor name = algorithm.describe();
        List<String> kept = algorithm.serverState(values);
        if (!kept.isEmpty()) {
            return Note.of(
                    "objection.serverState",
                    "{0} keeps {1} at the server, and there is no server.",
                    name,
                    words(kept));
        }
        List<String> sent = new ArrayList<>(besidesModel(algorithm, values));
        sent.addAll(algorithm.sentScalars(values));
        if (!sent.isEmpty()) {
            return Note.of(
                    "objection.serverCombines",
                    "{0} needs a server that combines {1}, and there is no server.",
                    name,
                    words(sent));
        }
        if (algorithm.personalises()) {
            return Note.of(
                    "objection.personal",
                    "{0} gives every client a model beside the global one, which nobody holds"
                            + " without a server.",
                    name);
        }
        List<String> clients = algorithm.clientState(values);
        if (!clients.isEmpty()) {
            return Note.of(
                    "objection.global",
                    "{0} keeps {1} at every client, made for the global model, which nobody holds"
                            + " without a server.",
                    name,
                    words(clients));
        }
        return algorithm.aggregation() == null
                ? null
                : Note.of(
                        "objection.mean",
                        "{0} is defined by its server's mean, and there is no server.",
                        name);
    }

    private static List<String> besidesModel(FederatedAlgorithm algorithm, Values values) {
        List<String> sent = algorithm.sent(values);
        return sent.subList(1, sent.size());
    }

    private static List<Note> words(List<String> vectors) {
        return vectors.stream().map(v -> Note.word("vector", v)).toList();
    }
}
