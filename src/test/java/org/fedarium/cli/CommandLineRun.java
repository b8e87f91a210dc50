package org.fedarium.cli;

import org.fedarium.data.DataFiles;
import org.fedarium.data.RepositoryFiles;
import org.fedarium.lab.EngineThreads;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/// Runs one command in this process and keeps what it said.
///
/// @param code the exit code
/// @param out  standard output
/// @param err  standard error
record CommandLineRun(int code, String out, String err) {

    static CommandLineRun of(Object... arguments) {
        return stoppedWhen(() -> false, arguments);
    }

    /// A person presses Ctrl+C as soon as `stop` is true.
    static CommandLineRun stoppedWhen(BooleanSupplier stop, Object... arguments) {
        return of(stop, "", arguments);
    }

    /// On a machine that cannot draw charts, which is also faster.
    static CommandLineRun withoutCharts(Object... arguments) {
        return of(() -> false, "This test draws none.", arguments);
    }

    private static CommandLineRun of(BooleanSupplier stop, String noCharts, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Environment environment =
                new Environment(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false,
                        CommandLineRun::files,
                        CommandLineRun::executor,
                        () -> stopOf(stop),
                        () -> noCharts,
                        new ToldBench(),
                        "test");
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        int code = FedariumCommand.create(environment, "").execute(texts);
        return new CommandLineRun(code, out.toString(), err.toString());
    }

    /// Says what it was asked to measure.
    private record ToldBench() implements WindowBench {
        @Override
        public int frames(Environment environment, List<Integer> clients) {
            environment.out().println("frames " + clients);
            return ExitCode.DONE;
        }

        @Override
        public int start(Environment environment, int launches) {
            environment.out().println("start " + launches);
            return ExitCode.DONE;
        }

        @Override
        public int seek(Environment environment) {
            environment.out().println("seek");
            return ExitCode.DONE;
        }
    }

    private static ExecutorService executor(int threads) {
        return EngineThreads.helpers(threads);
    }

    private static DataFiles files(Path folder) {
        return new SampleFilesIn(folder);
    }

    /// The working copy's samples, and a user's files in a folder.
    private record SampleFilesIn(Path folder) implements DataFiles {
        private static final RepositoryFiles SAMPLES = new RepositoryFiles();

        @Override
        public InputStream openSample(String name) throws IOException {
            return SAMPLES.openSample(name);
        }

        @Override
        public boolean hasSample(String name) {
            return SAMPLES.hasSample(name);
        }

        @Override
        public Path resolve(String path) {
            return folder.resolve(path);
        }
    }

    private static Stop stopOf(BooleanSupplier stop) {
        return new Stop() {
            @Override
            public boolean requested() {
                return stop.getAsBoolean();
            }

            @Override
            public void close() {
                // Nothing waits.
            }
        };
    }
}
