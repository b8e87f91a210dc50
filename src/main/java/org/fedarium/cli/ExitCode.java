package org.fedarium.cli;

/// What a command tells the shell.
public final class ExitCode {
    public static final int DONE = 0;
    public static final int INTERNAL_ERROR = 1;
    public static final int BAD_INPUT = 2;
    public static final int DIVERGED = 3;

    /// Ended by Ctrl+C, as shells count it; the rounds until then are kept.
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
