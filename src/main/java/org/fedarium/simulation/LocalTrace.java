package org.fedarium.simulation;

/// The local steps of one round, recomputed on demand and never kept: bit-identical to what the
/// round did.
///
/// @param round        the round (1, 2, ...)
/// @param parameter    index of the traced parameter
/// @param client       client index per slot, as in the round's reports
/// @param loss         [slot][step]: mean loss of the step's batch before the step
/// @param value        [slot][0..steps]: the parameter; entry 0 is the received global value
/// @param globalBefore the parameter in the received global model
/// @param globalAfter  the parameter in the new global model
public record LocalTrace(
        int round,
        int parameter,
        int[] client,
        double[][] loss,
        double[][] value,
        double globalBefore,
        double globalAfter) {}
