package org.fedarium.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Answers a part of [Preflight]'s questions about Linux from files, which takes a few milliseconds
/// of a start where asking the libraries takes a hundred. A yes is a yes; after a no the libraries
/// must be asked.
final class QuickLooks {
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:([0-9]{1,4})(?:\\.[0-9]+)?");
    private static final int FONT_FOLDER_DEPTH = 5;

    private QuickLooks() {}

    /// True when an X server of this computer takes a connection.
    ///
    /// @param display what DISPLAY says
    /// @param sockets the folder in which X servers listen
    static boolean displayAnswers(String display, Path sockets) {
        Matcher local = LOCAL.matcher(display);
        if (!local.matches()) {
            return false;
        }
        Path socket = sockets.resolve("X" + local.group(1));
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /// True when there is an outline font in a folder or below it.
    static boolean anyFont(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder, FONT_FOLDER_DEPTH)) {
            return files.anyMatch(QuickLooks::isFont);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean isFont(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
    }
}
