package org.fedarium.cli;

/// A person's wish to end a long command. Asked between clients, so a command ends within a second
/// and still finishes its files.
public interface Stop extends AutoCloseable {
    boolean requested();

    /// The command has finished its files; the program may end.
    @Override
    void close();

    /// Nobody will ask to stop.
    static Stop never() {
        return new Stop() {
            @Override
            public boolean requested() {
                return false;
            }

            @Override
            public void close() {
                // Nothing waits for this command.
            }
        };
    }
}
