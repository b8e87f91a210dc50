package org.fedarium.simulation;

import org.fedarium.aggregation.Verdict;
import org.jspecify.annotations.Nullable;

/// One step under way: a round, a server version, or a mixing step. Used once.
interface StepRun {
    /// Computes the step; the state it started from stays as it is.
    SimulationState run();

    /// Who took part. Complete after [#run].
    Members members();

    /// Who is still at work when the step ends.
    default UnderWay underWay() {
        return UnderWay.NOBODY;
    }

    /// Norm of the change of the global model before the server's learning rate.
    double updateNorm();

    /// What the aggregation rule did with a member's update; null when it sent none.
    @Nullable Verdict verdict(int slot);
}
