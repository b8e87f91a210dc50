package org.fedarium.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

@Command(name = "run")
final class RunCommand implements Callable<Integer> {
    RunCommand(Environment environment) {}

    @Override
    public Integer call() {
        return 0;
    }
}
