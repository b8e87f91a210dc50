package org.fedarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.app.Preflight.Packages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class PreflightTest {
    @TempDir private Path folder;

    @Test
    void missingGtkNamesTheExactCommandOfTheSystem() {
        assertThat(new Preflight(true, false, true, Packages.APT).windowMessage())
                .contains("libgtk-3.so.0", "sudo apt install libgtk-3-0")
                .doesNotContain("dnf", "display");
        assertThat(new Preflight(true, false, true, Packages.DNF).windowMessage())
                .contains("sudo dnf install gtk3")
                .doesNotContain("apt");
        assertThat(new Preflight(true, false, true, Packages.OTHER).windowMessage())
                .contains("sudo apt install libgtk-3-0", "sudo dnf install gtk3");
    }

    @Test
    void everythingMissingIsSaidInOneMessage() {
        Preflight nothing = new Preflight(false, false, false, Packages.APT);

        assertThat(nothing.canOpenWindow()).isFalse();
        assertThat(nothing.windowMessage()).contains("no display", "libgtk-3-0");
        assertThat(nothing.noPictures()).contains("sudo apt install libpangoft2-1.0-0");
    }

    @Test
    void withEverythingThereIsNothingToSay() {
        Preflight all = new Preflight(true, true, true, Packages.APT);

        assertThat(all.canOpenWindow()).isTrue();
        assertThat(all.noPictures()).isEmpty();
    }

    @Test
    void theSystemIsReadFromItsReleaseFile() throws IOException {
        assertThat(packages("ID=debian\n")).isEqualTo(Packages.APT);
        assertThat(packages("NAME=x\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"))
                .isEqualTo(Packages.APT);
        assertThat(packages("ID=fedora\n")).isEqualTo(Packages.DNF);
        assertThat(packages("ID=arch\n")).isEqualTo(Packages.OTHER);
        assertThat(Preflight.packages(folder.resolve("none"))).isEqualTo(Packages.OTHER);
    }

    private Packages packages(String release) throws IOException {
        return Preflight.packages(Files.writeString(folder.resolve("os-release"), release));
    }

    @Test
    void logFilesGoWhereThePlatformKeepsThem() {
        String home = System.getProperty("user.home");
        assertThat(LogFile.folder("Linux", Map.of()))
                .isEqualTo(Path.of(home, ".local", "state", "fedarium"));
        assertThat(LogFile.folder("Linux", Map.of("XDG_STATE_HOME", "/s")))
                .isEqualTo(Path.of("/s/fedarium"));
        assertThat(LogFile.folder("Mac OS X", Map.of()))
                .isEqualTo(Path.of(home, "Library", "Logs", "Fedarium"));
        assertThat(LogFile.folder("Windows 11", Map.of("LOCALAPPDATA", "/a")))
                .isEqualTo(Path.of("/a/Fedarium/logs"));
    }
}
