package org.fedarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

class QuickLooksTest {
    @TempDir private Path folder;

    @Test
    void aServerThatListensAnswersUnderEachOfItsNames() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.resolve("X7")));

            assertThat(QuickLooks.displayAnswers(":7", folder)).isTrue();
            assertThat(QuickLooks.displayAnswers(":7.0", folder)).isTrue();
            assertThat(QuickLooks.displayAnswers("unix:7", folder)).isTrue();
            assertThat(QuickLooks.displayAnswers(":8", folder)).isFalse();
        }
    }

    @Test
    void aSocketThatAServerLeftBehindDoesNotAnswer() throws IOException {
        Path socket = folder.resolve("X7");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        assertThat(QuickLooks.displayAnswers(":7", folder)).isFalse();
    }

    @Test
    void anotherComputersDisplayIsLeftToTheLibrary() {
        assertThat(QuickLooks.displayAnswers("desk:7", folder)).isFalse();
        assertThat(QuickLooks.displayAnswers("", folder)).isFalse();
    }

    @Test
    void outlineFontsAreFoundInFoldersBelow() throws IOException {
        assertThat(QuickLooks.anyFont(folder)).isFalse();
        assertThat(QuickLooks.anyFont(folder.resolve("none"))).isFalse();
        Path below = Files.createDirectories(folder.resolve("truetype/some"));
        Files.writeString(below.resolve("bitmap.pcf.gz"), "");
        assertThat(QuickLooks.anyFont(folder)).isFalse();
        Files.writeString(below.resolve("Serif.TTF"), "");
        assertThat(QuickLooks.anyFont(folder)).isTrue();
    }
}
