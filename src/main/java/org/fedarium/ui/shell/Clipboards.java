package org.fedarium.ui.shell;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Text for the clipboard.
final class Clipboards {
    private Clipboards() {}

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Everything a bug report needs of a failure.
    static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
