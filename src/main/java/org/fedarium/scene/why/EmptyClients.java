package org.fedarium.scene.why;

import org.fedarium.lab.Phase;
import org.fedarium.simulation.ClientReports.Status;

import java.util.Optional;

/// Members without a training example send nothing; said whenever there is one.
final class EmptyClients implements Cause {
    @Override
    public Phase known() {
        return Phase.TRAIN;
    }

    @Override
    public Optional<Reason> in(Evidence e) {
        int[] empty = e.slots(s -> e.reports.statusOf(s) == Status.EMPTY);
        return empty.length == 0
                ? Optional.empty()
                : Optional.of(
                        e.reason(
                                known(),
                                0.2 + 0.4 * empty.length / e.reports.size(),
                                "classes",
                                e.client(empty[0]),
                                "empty",
                                empty.length,
                                e.reports.size()));
    }
}
