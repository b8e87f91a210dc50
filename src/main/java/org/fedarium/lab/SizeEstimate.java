package org.fedarium.lab;

import org.fedarium.algorithm.FixedSizeParticipation;
import org.fedarium.catalog.Values;
import org.fedarium.experiment.RunSetup;

/// How much memory the records of a whole run will need, said before it starts.
final class SizeEstimate {
    private static final long BYTES_PER_REPORT = 101;
    private static final long BYTES_PER_STEP = 200;

    private SizeEstimate() {}

    static long bytes(RunSetup setup) {
        Values participation = setup.experiment().section("participation").values();
        int clients = setup.segments().getFirst().deal().clients().size();
        long cohort =
                participation.descriptor().has("fraction")
                        ? FixedSizeParticipation.size(clients, participation.real("fraction"))
                        : clients;
        long rounds = setup.experiment().rounds() + 1L;
        return rounds
                * (BYTES_PER_STEP + cohort * BYTES_PER_REPORT + 8L * setup.model().layout().size());
    }
}
