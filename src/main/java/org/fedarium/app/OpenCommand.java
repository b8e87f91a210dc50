package org.fedarium.app;

import org.fedarium.cli.Environment;
import org.fedarium.cli.ExperimentSource;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// Opens the window with an experiment.
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Opens the window with an experiment file or a scenario.")
final class OpenCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            paramLabel = "FILE|SCENARIO",
            description = "An experiment file, or a scenario's id or title.")
    private String source = "";

    OpenCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ExperimentSource found = ExperimentSource.find(source);
        return Launcher.open(environment, found.name(), () -> found);
    }
}
