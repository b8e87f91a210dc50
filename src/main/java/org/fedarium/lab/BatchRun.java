package org.fedarium.lab;

import org.fedarium.experiment.RunSetup;
import org.fedarium.lab.LabState.EarlyEnd;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.simulation.References;
import org.fedarium.simulation.Simulation;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/// A whole run on the caller's thread, without a window: every round is handed to a listener as
/// soon as it is there, and its timeline can be drawn as in the window. Confined to one thread.
public final class BatchRun implements AutoCloseable {
    private final RunSetup setup;
    private final Simulation simulation;
    private final BooleanSupplier cancelled;
    private final SpillFile spill;
    private final Run run;

    /// Sees every round once, the initial model (round 0) first.
    public interface Listener {
        /// @param parameters   the global model after the round; live, copy before keeping
        /// @param clientModels the model of the member in a slot after its local training, or null
        ///                     when it has none or the cohort was too large to keep
        void onStep(
                StepRecord step,
                double[] parameters,
                IntFunction<double @Nullable []> clientModels);
    }

    /// How a run ended.
    ///
    /// @param end       why it ended before its last round, or null
    /// @param cancelled true when a person stopped it
    public record Outcome(@Nullable EarlyEnd end, boolean cancelled) {}

    /// @param threads   how many clients may train at once, the caller's thread included
    /// @param cancelled asked between clients
    public BatchRun(RunSetup setup, Executor executor, int threads, BooleanSupplier cancelled) {
        this.setup = setup;
        this.cancelled = cancelled;
        this.simulation =
                new Simulation(setup.segments().getFirst().plan(), executor, threads, cancelled);
        Memory memory = Memory.usual();
        this.spill = memory.newFile();
        this.run = Run.fresh(1, memory, setup, spill);
    }

    public Timeline timeline() {
        return run;
    }

    /// What the privacy accountant has added up after the last computed step; empty when nothing
    /// protects the run.
    public double[] privacy() {
        return simulation.snapshot().privacy();
    }

    /// Runs to the last round, or until the run diverges, has used up its privacy budget or is
    /// cancelled.
    public Outcome run(Listener listener) {
        try {
            StepRecord step = simulation.initial();
            EarlyEnd end = accept(step, listener);
            while (end == null && step.round() < setup.experiment().rounds()) {
                RunSetup.Segment segment = setup.segmentAt(step.round() + 1);
                if (simulation.plan() != segment.plan()) {
                    simulation.change(segment.plan());
                }
                end = BudgetCheck.of(simulation);
                if (end == null) {
                    step = simulation.next();
                    end = accept(step, listener);
                }
            }
            return new Outcome(end, false);
        } catch (CancellationException e) {
            return new Outcome(null, true);
        }
    }

    private @Nullable EarlyEnd accept(StepRecord step, Listener listener) {
        run.append(step, simulation.snapshot());
        listener.onStep(step, simulation.parameters(), simulation::clientModel);
        return DivergenceCheck.of(step, run, simulation.plan().evaluation().lossBound());
    }

    /// Trains the models that the run is compared with; null when the experiment asks for none or
    /// a person stopped it.
    public @Nullable ReferenceCurves computeReferences() {
        if (!simulation.plan().evaluation().references()) {
            return null;
        }
        References references =
                new References(setup.segments().getFirst().plan(), setup.experiment().rounds());
        ReferenceCurves curves = null;
        while (curves == null && !cancelled.getAsBoolean()) {
            curves = references.work();
        }
        if (curves != null) {
            run.references(curves);
        }
        return curves;
    }

    /// The local steps of a computed round for one parameter.
    public LocalTrace trace(int round, int parameter) {
        return Replay.trace(run, round, parameter, cancelled);
    }

    @Override
    public void close() {
        spill.close();
    }
}
