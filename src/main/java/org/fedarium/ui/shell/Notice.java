package org.fedarium.ui.shell;

import java.util.List;

/// Something a person should know now.
///
/// @param key     tells notices apart, so that a dismissed one stays away
/// @param text    what happened and what to do
/// @param actions what can be done about it with one click
record Notice(Object key, Level level, String text, List<Action> actions) {
    enum Level {
        INFO,
        WARN,
        BAD
    }

    /// A button of the notice.
    record Action(String id, String label, Runnable run) {}

    Notice {
        actions = List.copyOf(actions);
    }
}
