package org.fedarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;
import org.fedarium.ui.support.Access;
import org.fedarium.ui.support.PlotSetup;
import org.fedarium.ui.support.WindowState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

class WindowMemoryTest {
    private static final WindowState INITIAL = WindowState.initial(Theme.LIGHT, Locale.ENGLISH);

    @TempDir private Path folder;

    @Test
    void whatIsSavedIsFoundAgain() {
        WindowMemory memory = new WindowMemory(folder.resolve("made/window.properties"));
        WindowState state =
                new WindowState(
                        1600,
                        1000,
                        true,
                        Theme.DARK,
                        Locale.SIMPLIFIED_CHINESE,
                        Level.ALL,
                        PlotSetup.INITIAL.moved(0, 1),
                        new Access(false, Access.Stillness.STILL),
                        Optional.of(Arrangement.ARC));

        memory.save(state);

        assertThat(memory.load(INITIAL)).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width=many",
                "level=SOME",
                "motion=SLOW",
                "arrangement=HEAP",
                "width=1\nheight=NaN",
                "\\u00zz",
                ""
            })
    void aSpoiltFileIsAsGoodAsNone(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("window.properties"), text);

        assertThat(new WindowMemory(file).load(INITIAL)).isEqualTo(INITIAL);
        assertThat(new WindowMemory(folder.resolve("none")).load(INITIAL)).isEqualTo(INITIAL);
    }
}
