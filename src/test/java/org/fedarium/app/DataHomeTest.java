package org.fedarium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fedarium.catalog.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DataHomeTest {
    @TempDir private Path folder;

    @Test
    void samplesComeFromTheProgramItselfFirst() throws IOException {
        DataHome home = new DataHome(List.of(folder), folder);

        assertThat(home.hasSample("digits8x8.csv")).isTrue();
        try (InputStream stream = home.openSample("digits8x8.csv")) {
            assertThat(stream.read()).isPositive();
        }
    }

    @Test
    void samplesBesideTheProgramAreFound() throws IOException {
        Files.writeString(folder.resolve("beside.csv"), "a");
        DataHome home = new DataHome(List.of(folder.resolve("none"), folder), folder);

        try (InputStream stream = home.openSample("beside.csv")) {
            assertThat(stream.read()).isEqualTo('a');
        }
    }

    @Test
    void aMissingSampleSaysWhereItLooked() {
        DataHome home = new DataHome(List.of(folder), folder);

        assertThat(home.hasSample("no.csv")).isFalse();
        assertThatThrownBy(() -> home.openSample("no.csv"))
                .isInstanceOf(BadInput.class)
                .hasMessageContainingAll("no.csv", folder.toString(), "licence");
    }

    @Test
    void sampleNamesCannotLeaveTheirFolder() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("secret.csv"), "a");

        assertThat(new DataHome(List.of(inner), inner).hasSample("../secret.csv")).isFalse();
    }

    @Test
    void aUsersPathIsRelativeToTheExperiment() {
        DataHome home = new DataHome(List.of(), folder);

        assertThat(home.resolve("d.csv")).isEqualTo(folder.resolve("d.csv"));
        Path absolute = folder.resolve("e.csv").toAbsolutePath();
        assertThat(home.resolve(absolute.toString())).isEqualTo(absolute);
    }
}
