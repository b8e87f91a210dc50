package org.fedarium.support;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.ExperimentJson;
import org.fedarium.lab.LabConductor;
import org.fedarium.lab.Question;
import org.fedarium.lab.Timeline;

import java.nio.file.Path;

/// Runs in the lab for tests: opened, computed up to a step, and asked.
public final class LabRuns implements AutoCloseable {
    private final LabConductor conductor = new LabConductor(new SampleFiles(), 1);

    /// The experiment of a built-in scenario.
    public static Experiment scenario(String name) {
        Path home = Path.of(System.getProperty("fedarium.home", "."));
        return ExperimentJson.read(home.resolve("assets/scenarios/" + name + ".json"));
    }

    /// Opens an experiment and waits until a step is computed.
    public Timeline run(Experiment experiment, int step) {
        Timeline before = conductor.state().timeline();
        conductor.open(experiment);
        Waiting.until(
                conductor::state,
                s -> s.problem() != null || s.timeline() != null && s.timeline() != before);
        if (conductor.state().problem() != null) {
            throw new AssertionError(conductor.state().problem());
        }
        conductor.computeTo(step);
        return Waiting.until(conductor::state, s -> s.timeline().lastRound() >= step).timeline();
    }

    public <T> T ask(Question<T> question) {
        return conductor.ask(conductor.state().timeline(), question).join();
    }

    @Override
    public void close() {
        conductor.close();
    }
}
