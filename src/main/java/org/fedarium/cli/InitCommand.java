package org.fedarium.cli;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.ExperimentJson;
import org.fedarium.experiment.Scenarios;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// Prints a complete experiment, every field with its value, to be saved and edited.
@Command(
        name = "init",
        description = "Prints a complete experiment as JSON, to be saved and edited.")
final class InitCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            paramLabel = "FILE|SCENARIO",
            arity = "0..1",
            defaultValue = "",
            description = "What to start from; the opening scenario by default.")
    private String source = "";

    InitCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Experiment experiment =
                source.isEmpty()
                        ? Scenarios.all().getFirst().experiment()
                        : ExperimentSource.find(source).experiment();
        environment.out().print(ExperimentJson.write(experiment));
        environment.out().flush();
        return ExitCode.DONE;
    }
}
