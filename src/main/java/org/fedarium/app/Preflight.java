package org.fedarium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What this machine offers for drawing, found out before JavaFX starts, so that a person reads
/// one sentence and a command instead of a stack trace.
///
/// @param display true when there is a screen to open a window on
/// @param gtk     true when the toolkit's window library is there
/// @param fonts   true when text can be drawn at all, on a screen or into a picture
/// @param system  how packages are installed here
record Preflight(boolean display, boolean gtk, boolean fonts, Packages system) {

    /// Families of Linux distributions by their package tool; `OTHER` where it is not known.
    enum Packages {
        APT,
        DNF,
        OTHER
    }

    static Preflight look() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return new Preflight(true, true, true, Packages.OTHER);
        }
        boolean named = isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
        boolean gtk = NativeLibraries.canLoad("libgtk-3.so.0");
        boolean fonts =
                NativeLibraries.canLoad("libfreetype.so.6")
                        && NativeLibraries.canLoad("libpangoft2-1.0.so.0")
                        && (QuickLooks.anyFont(Path.of("/usr/share/fonts"))
                                || NativeLibraries.anyFont());
        // Without GTK the X library may be missing too; then the name has to be believed.
        boolean display = named && (!gtk || displayAnswers());
        return new Preflight(display, gtk, fonts, packages(Path.of("/etc/os-release")));
    }

    /// JavaFX draws through X on Wayland too.
    private static boolean displayAnswers() {
        String name = System.getenv().getOrDefault("DISPLAY", "");
        return QuickLooks.displayAnswers(name, Path.of("/tmp/.X11-unix"))
                || NativeLibraries.displayAnswers();
    }

    boolean canOpenWindow() {
        return display && gtk && fonts;
    }

    /// What is missing for a window and how to get it.
    String windowMessage() {
        List<String> lines = new ArrayList<>();
        lines.add("Fedarium cannot open its window here:");
        if (!display) {
            lines.add(
                    "  - There is no display to open it on (DISPLAY is "
                            + (isSet("DISPLAY") ? "set, but nothing answers there" : "not set")
                            + "). Start it from a desktop session, or through ssh -X.");
        }
        if (!gtk) {
            lines.add(
                    "  - The library GTK 3 (libgtk-3.so.0) is not installed. Install it with: "
                            + install("libgtk-3-0", "gtk3"));
        } else if (!fonts) {
            lines.add("  - " + fontsMessage());
        }
        return String.join(System.lineSeparator(), lines);
    }

    /// What is missing for drawing text and how to get it.
    String fontsMessage() {
        return "Text cannot be drawn: FreeType, Pango or fonts are not installed. Install them with: "
                + install("libpangoft2-1.0-0", "pango dejavu-sans-fonts");
    }

    /// Why pictures cannot be drawn; empty when they can.
    String noPictures() {
        return fonts ? "" : fontsMessage();
    }

    private String install(String debian, String fedora) {
        String apt = "sudo apt install " + debian;
        String dnf = "sudo dnf install " + fedora;
        return switch (system) {
            case APT -> apt;
            case DNF -> dnf;
            case OTHER -> apt + " (Debian, Ubuntu) or " + dnf + " (Fedora)";
        };
    }

    static Packages packages(Path osRelease) {
        try {
            String ids =
                    Files.readAllLines(osRelease).stream()
                            .filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
                            .reduce("", (a, b) -> a + " " + b);
            if (ids.contains("debian") || ids.contains("ubuntu")) {
                return Packages.APT;
            }
            return ids.contains("fedora") || ids.contains("rhel") ? Packages.DNF : Packages.OTHER;
        } catch (IOException e) {
            return Packages.OTHER;
        }
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
