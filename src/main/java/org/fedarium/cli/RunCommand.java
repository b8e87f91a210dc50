package org.fedarium.cli;

import org.fedarium.experiment.Experiment;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/// Runs an experiment and writes its results.
@Command(
        name = "run",
        description = "Runs an experiment and writes its tables, charts and summary.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fedarium run \"Digits on 20 phones\" --set partition.alpha=0.1 --out skewed",
            "  fedarium run my.json --seed 2 --threads 8"
        })
final class RunCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            paramLabel = "FILE|SCENARIO",
            description = "An experiment file, or a scenario's id or title.")
    private String source = "";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Replaces a setting, such as training.learningRate=0.05. Repeatable.")
    private List<String> settings = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Replaces the seed.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Clients trained at once (all cores). Never changes results.")
    private int threads = Math.min(Inputs.MOST_THREADS, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results (fedarium-output).")
    private String out = "fedarium-output";

    RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Inputs.inRange("--threads", threads, 1, Inputs.MOST_THREADS);
        ExperimentSource found = ExperimentSource.find(source);
        Experiment experiment = Settings.apply(found.experiment(), settings);
        if (seed != null) {
            experiment = experiment.with("seed", seed);
        }
        return new Runner(environment, OutputFolder.of(out), threads).run(found.with(experiment));
    }
}
