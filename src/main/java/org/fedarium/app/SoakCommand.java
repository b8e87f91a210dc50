package org.fedarium.app;

import org.fedarium.cli.Environment;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

@Command(name = "soak", hidden = true)
final class SoakCommand implements Callable<Integer> {
    SoakCommand(Environment environment) {}

    @Override
    public Integer call() {
        return 0;
    }
}
