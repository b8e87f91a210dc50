package org.fedarium.lab;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.experiment.RunSetup;
import org.fedarium.privacy.Protection;
import org.fedarium.simulation.Plan;

/// How much memory the records of a whole run will need, said before it starts.
final class SizeEstimate {
    private static final long BYTES_PER_REPORT = 122;
    private static final long BYTES_PER_FLIGHT = 40;
    private static final long BYTES_PER_STEP = 200;
    private static final long BYTES_PER_STATEMENT = 350;

    private SizeEstimate() {}

    static long bytes(RunSetup setup) {
        Plan plan = setup.segments().getFirst().plan();
        long cohort =
                plan.participation()
                        .entry()
                        .expected(plan.data().clients(), plan.participation().values());
        long rounds = setup.experiment().rounds() + 1L;
        long step = BYTES_PER_STEP;
        if (!plan.protection().equals(Protection.NONE)) {
            step += BYTES_PER_STATEMENT;
        }
        if (plan.coordination().entry().rhythm() == Rhythm.VERSIONS) {
            step += cohort * BYTES_PER_FLIGHT;
        }
        return rounds * (step + cohort * BYTES_PER_REPORT + 8L * setup.model().layout().size());
    }
}
