package org.fedarium.support;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.RunSetup;
import org.fedarium.simulation.Plan;
import org.fedarium.simulation.ResultHash;
import org.fedarium.simulation.Simulation;
import org.fedarium.simulation.StepRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs experiments for tests.
public final class Runs {
    private Runs() {}

    public static Plan plan(Experiment experiment) {
        return new RunSetup(experiment, new SampleFiles()).segments().getFirst().plan();
    }

    /// All rounds on the caller's thread.
    public static Simulation finished(Experiment experiment) {
        Simulation simulation = new Simulation(plan(experiment));
        for (int round = 1; round <= experiment.rounds(); round++) {
            simulation.next();
        }
        return simulation;
    }

    /// The steps 0 .. rounds.
    public static List<StepRecord> steps(Experiment experiment) {
        Simulation simulation = new Simulation(plan(experiment));
        List<StepRecord> steps = new ArrayList<>();
        steps.add(simulation.initial());
        for (int round = 1; round <= experiment.rounds(); round++) {
            steps.add(simulation.next());
        }
        return steps;
    }

    /// The result hash of a whole run with changes, on this many threads.
    public static String hash(Experiment experiment, int threads) {
        ExecutorService helpers = Executors.newFixedThreadPool(Math.max(1, threads - 1));
        try {
            RunSetup setup = new RunSetup(experiment, new SampleFiles());
            Simulation simulation =
                    new Simulation(
                            setup.segments().getFirst().plan(), helpers, threads, () -> false);
            ResultHash hash = new ResultHash();
            hash.add(simulation.initial(), simulation.parameters());
            for (int round = 1; round <= experiment.rounds(); round++) {
                Plan plan = setup.segmentAt(round).plan();
                if (plan != simulation.plan()) {
                    simulation.change(plan);
                }
                hash.add(simulation.next(), simulation.parameters());
            }
            return hash.value();
        } finally {
            helpers.shutdownNow();
        }
    }

    /// Column of a metric in the steps of an experiment.
    public static double metric(Plan plan, StepRecord step, String id) {
        for (int i = 0; i < step.metrics().length; i++) {
            if (plan.metrics().specs().get(i).id().equals(id)) {
                return step.metrics()[i];
            }
        }
        throw new IllegalArgumentException("No metric " + id);
    }
}
