package org.fedarium.lab;

import org.fedarium.experiment.RunSetup;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.LocalObserver;
import org.fedarium.simulation.Plan;
import org.fedarium.simulation.Simulation;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// What a [Question] may look at. Models that were not kept are recomputed, bit-identical to the
/// first time. Belongs to one thread.
public final class RunDetails {
    private final Run run;
    private final BooleanSupplier cancelled;

    RunDetails(Run run, BooleanSupplier cancelled) {
        this.run = run;
        this.cancelled = cancelled;
    }

    public Timeline timeline() {
        return run;
    }

    /// Settings and prepared data of a round.
    public Plan plan(int round) {
        RunSetup setup = run.setup();
        return setup.segmentAt(Math.max(1, round)).plan();
    }

    /// The global parameters after a round; not to be written to.
    public double[] parameters(int round) {
        double[] kept = run.parameters(round);
        return kept != null ? kept : Replay.at(run, round, cancelled).parameters();
    }

    /// Shows the local models of a round, step by step, slot by slot.
    public void observe(int round, LocalObserver observer) {
        Replay.before(run, round, cancelled).observe(observer);
    }

    /// The model of a client after its local steps of a round; null when it took no part.
    public double @Nullable [] localModel(int round, int client) {
        if (round < 1 || !takesPart(round, client)) {
            return null;
        }
        double[][] found = {null};
        observe(
                round,
                (slot, member, step, model) -> {
                    if (member == client) {
                        found[0] = model.clone();
                    }
                });
        return found[0];
    }

    /// Sees the updates of a recomputed step, in slot order.
    @FunctionalInterface
    interface UpdateObserver {
        /// @param update the live numbers; copy before keeping, never write
        void at(int client, double[] update);
    }

    /// Shows what the server received in a step: after attack, clipping, noise and compression.
    /// Returns false when the cohort was too large for its updates to be kept.
    boolean updates(int round, UpdateObserver observer) {
        Simulation simulation = Replay.before(run, round, cancelled);
        ClientReports reports = simulation.next().reports();
        for (int slot = 0; slot < reports.size(); slot++) {
            double[] update = simulation.receivedUpdate(slot);
            if (update != null) {
                observer.at(reports.client()[slot], update);
            } else if (reports.arrives(slot)) {
                return false;
            }
        }
        return true;
    }

    private boolean takesPart(int round, int client) {
        for (int member : run.step(round).reports().client()) {
            if (member == client) {
                return true;
            }
        }
        return false;
    }

    /// To be called between pieces of long work.
    public void checkpoint() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
