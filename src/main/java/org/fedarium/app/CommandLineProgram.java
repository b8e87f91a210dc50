package org.fedarium.app;

import org.fedarium.cli.Environment;
import org.fedarium.cli.FedariumCommand;
import org.fedarium.lab.EngineThreads;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.nio.file.Path;

/// The command line with the real terminal, files and threads around it.
final class CommandLineProgram {
    private CommandLineProgram() {}

    static Environment environment() {
        return new Environment(
                new PrintWriter(System.out),
                new PrintWriter(System.err, true),
                isTerminal(),
                DataHome::at,
                EngineThreads::helpers,
                Interrupt::listen,
                () -> Preflight.look().noPictures(),
                ProgramVersion.text());
    }

    /// Runs one command; returns its exit code.
    static int run(String[] arguments, @Nullable Path logs) {
        String details = logs == null ? "" : "Details are in " + logs + ".";
        return FedariumCommand.create(environment(), details).execute(arguments);
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
