package org.fedarium.app;

import org.fedarium.cli.Environment;
import org.fedarium.cli.WindowBench;
import org.fedarium.lab.EngineThreads;

import java.io.PrintWriter;
import java.util.List;

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
                new OwnWindow(),
                ProgramVersion.text());
    }

    /// The measurements of this program's window.
    private record OwnWindow() implements WindowBench {
        @Override
        public int frames(Environment environment, List<Integer> clients) {
            return UiBench.run(environment, clients);
        }

        @Override
        public int start(Environment environment, int launches) {
            return StartBench.run(environment, launches);
        }

        @Override
        public int seek(Environment environment) {
            return SeekBench.run(environment);
        }
    }
}
