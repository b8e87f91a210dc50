package org.fedarium.simulation;

import org.jspecify.annotations.Nullable;

/// What the federated run is compared with.
///
/// @param centralised      [round][metric]: one model trained on the pooled training data with the
///                         same local optimiser and as many examples per round as the cohort used
/// @param localOnlyRounds  rounds at which the local-only models were measured, increasing
/// @param localOnly        [i][metric]: mean over clients of models trained alone, measured on the
///                         pooled test data
/// @param localOnlyClients [client][metric] after the last round; empty rows for empty clients
/// @param optimum          metrics of the closed-form optimum (linear regression); null elsewhere
/// @param optimumParameters the closed-form parameters, or null
public record ReferenceCurves(
        double[][] centralised,
        int[] localOnlyRounds,
        double[][] localOnly,
        double[][] localOnlyClients,
        double @Nullable [] optimum,
        double @Nullable [] optimumParameters) {}
