package org.fedarium.cli;

import java.util.List;

/// Measurements that open the window; they need rooms that commands may not use. All print what
/// they find and return an [ExitCode].
public interface WindowBench {

    /// How smoothly the window plays, once per number of clients.
    int frames(Environment environment, List<Integer> clients);

    /// How long the program takes to show a frame, and to move.
    ///
    /// @param launches the program is started this many times
    int start(Environment environment, int launches);

    /// How long a jump to another place of a long run takes.
    int seek(Environment environment);
}
