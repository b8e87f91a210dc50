package org.fedarium.app;

import org.fedarium.cli.Environment;
import org.fedarium.lab.EngineThreads;

import java.io.PrintWriter;

/// The real terminal, files and threads around the commands.
final class Surroundings {
    private Surroundings() {}

    static Environment ofThisProcess() {
        return new Environment(
                new PrintWriter(System.out),
                new PrintWriter(System.err, true),
                System.console() != null && System.console().isTerminal(),
                DataHome::at,
                EngineThreads::helpers,
                Interrupt::listen,
                () -> Preflight.look().noPictures(),
                UiBench::run,
                SeekBench::run,
                ProgramVersion.text());
    }
}
