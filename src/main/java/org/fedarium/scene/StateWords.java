package org.fedarium.scene;

import org.fedarium.look.Texts;

import java.util.Locale;

/// What a client is doing at a moment, in words.
final class StateWords {
    private StateWords() {}

    /// A client at work on a version that is not the one being made is said to be on that version.
    static String of(StageView view, Moment moment, int client) {
        Texts texts = view.texts();
        String state = moment.state[client].name().toLowerCase(Locale.ROOT);
        return moment.isApart(client)
                ? texts.get("stage.version." + state, moment.work.version(client))
                : texts.get("stage.state." + state);
    }
}
