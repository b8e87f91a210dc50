package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;

import org.fedarium.look.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

final class WindowStateTest {
    private static final WindowState USUAL = WindowState.initial(Theme.LIGHT, Locale.ENGLISH);

    @Test
    void aWindowThatFitsKeepsItsSize() {
        assertThat(USUAL.within(new Rectangle2D(0, 0, 1920, 1040))).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "1366, 728, 1366, 700",
        "1280, 984, 1280, 900",
        "1440, 860, 1440, 820",
        "800, 560, 1024, 700"
    })
    void aLargerOneIsCutToTheScreenButNotBelowTheLeastSize(
            double screenWidth, double screenHeight, double width, double height) {
        WindowState cut = USUAL.within(new Rectangle2D(0, 40, screenWidth, screenHeight));
        assertThat(cut.width()).isEqualTo(width);
        assertThat(cut.height()).isEqualTo(height);
        assertThat(cut.theme()).isSameAs(USUAL.theme());
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1000, 0, 1920, 100",
        "-50, 1000, 0, 1920, 0",
        "1500, 1000, 0, 1920, 920",
        "-220, 1440, 0, 1000, 0",
        "10, 700, 40, 768, 40"
    })
    void aWindowIsMovedOntoTheScreen(
            double start, double length, double from, double to, double expected) {
        assertThat(WindowState.onScreen(start, length, from, to)).isEqualTo(expected);
    }
}
