package org.fedarium.algorithm;

import org.fedarium.catalog.Values;
import org.fedarium.math.NamedVectors;

/// Everything the server has for its step.
///
/// @param model      the global model, changed in place
/// @param server     lasting state of the server; may be changed
/// @param aggregate  the combined update, vector by vector
/// @param scalars    means of the numbers that clients sent, in the order of `sentScalars`
/// @param clients    number of all clients K
/// @param cohort     number of clients whose updates count
public record ServerContext(
        int round,
        double[] model,
        NamedVectors server,
        NamedVectors aggregate,
        double[] scalars,
        Training training,
        Values values,
        int clients,
        int cohort) {}
