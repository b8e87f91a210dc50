package org.fedarium.cli;

import org.fedarium.experiment.RunSetup;
import org.fedarium.simulation.Plan;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// Checks an experiment file and everything it needs, down to the data, without running it.
@Command(
        name = "validate",
        description = "Checks an experiment file and its data without running it.")
final class ValidateCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "FILE", description = "The experiment file.")
    private String file = "";

    ValidateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ExperimentSource source = ExperimentSource.file(file);
        RunSetup setup =
                ExperimentSource.setUp(
                        file, source.experiment(), environment.files().apply(source.folder()));
        Plan plan = setup.segments().getFirst().plan();
        environment
                .out()
                .println(
                        file
                                + ": valid. "
                                + Counts.of(source.experiment().rounds(), "round")
                                + ", "
                                + Counts.of(plan.data().clients(), "client")
                                + ", "
                                + Counts.of(plan.data().train().rows(), "training example")
                                + ", "
                                + Counts.of(plan.data().test().rows(), "test example")
                                + ", "
                                + Counts.of(plan.model().layout().size(), "parameter")
                                + ".");
        environment.out().flush();
        return ExitCode.DONE;
    }
}
